import { ItemsScreen } from '#modules/service-items/web/staff/items-screen.tsx'

export function ItemsPlace() {
  return <ItemsScreen />
}
