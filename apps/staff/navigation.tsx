import {
  BarChartOutlined,
  CommentOutlined,
  FileProtectOutlined,
  InboxOutlined,
  ProfileOutlined,
  SolutionOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import type { ComponentType } from 'react'

export type Place = {
  to: '/window' | '/people' | '/minor-files' | '/inbox' | '/figures' | '/items' | '/remedies'
  text: 'window' | 'people' | 'minorFiles' | 'inbox' | 'figures' | 'items' | 'remedies'
  keyText: 'goWindow' | 'goPeople' | 'goMinorFiles' | 'goInbox' | 'goFigures' | 'goItems' | 'goRemedies'
  keys: string
  icon: ComponentType
  /** Posts whose work is done here; others do not see the entry. */
  posts: string[]
}

export const places: Place[] = [
  { to: '/window', text: 'window', keyText: 'goWindow', keys: 'g w', icon: SolutionOutlined, posts: ['windowClerk'] },
  {
    to: '/inbox',
    text: 'inbox',
    keyText: 'goInbox',
    keys: 'g q',
    icon: InboxOutlined,
    posts: ['windowClerk', 'committeeWorker', 'departmentApprover', 'districtOfficer', 'supervisor', 'streetLeader'],
  },
  {
    to: '/people',
    text: 'people',
    keyText: 'goPeople',
    keys: 'g p',
    icon: TeamOutlined,
    posts: ['windowClerk', 'committeeWorker'],
  },
  {
    to: '/figures',
    text: 'figures',
    keyText: 'goFigures',
    keys: 'g f',
    icon: BarChartOutlined,
    posts: ['streetLeader', 'supervisor'],
  },
  {
    to: '/remedies',
    text: 'remedies',
    keyText: 'goRemedies',
    keys: 'g r',
    icon: CommentOutlined,
    posts: ['supervisor', 'streetLeader'],
  },
  {
    to: '/minor-files',
    text: 'minorFiles',
    keyText: 'goMinorFiles',
    keys: 'g m',
    icon: FileProtectOutlined,
    posts: ['supervisor'],
  },
  { to: '/items', text: 'items', keyText: 'goItems', keys: 'g i', icon: ProfileOutlined, posts: ['itemEditor'] },
]

export function placesOf(postKind: string | undefined): Place[] {
  return places.filter((place) => postKind !== undefined && place.posts.includes(postKind))
}
