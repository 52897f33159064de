import { useNavigate } from '@tanstack/react-router'
import { PersonSearch } from '#modules/applications/web/staff/window/person-search.tsx'
import { PeopleScreen } from '#modules/people/web/staff/people-screen.tsx'
import { useTexts } from '#ui/language.tsx'
import { texts } from '../texts.ts'

export function PeoplePlace() {
  const t = useTexts(texts)
  const navigate = useNavigate()
  return (
    <PeopleScreen
      title={t.people}
      search={(onFound) => (
        <PersonSearch
          cityWide={false}
          onChoose={(chosen) => {
            if (chosen.by === 'person') onFound(chosen.person.id)
          }}
        />
      )}
      onOpenCase={(caseId) => void navigate({ to: '/cases/$caseId', params: { caseId } })}
    />
  )
}
