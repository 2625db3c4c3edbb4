import Bell from 'lucide-react/icons/bell'
import CalendarDays from 'lucide-react/icons/calendar-days'
import Clapperboard from 'lucide-react/icons/clapperboard'
import CornerDownRight from 'lucide-react/icons/corner-down-right'
import CreditCard from 'lucide-react/icons/credit-card'
import Download from 'lucide-react/icons/download'
import Eye from 'lucide-react/icons/eye'
import Film from 'lucide-react/icons/film'
import FolderPlus from 'lucide-react/icons/folder-plus'
import ImagePlus from 'lucide-react/icons/image-plus'
import Images from 'lucide-react/icons/images'
import Keyboard from 'lucide-react/icons/keyboard'
import LayoutGrid from 'lucide-react/icons/layout-grid'
import List from 'lucide-react/icons/list'
import ListVideo from 'lucide-react/icons/list-video'
import LogOut from 'lucide-react/icons/log-out'
import MapPin from 'lucide-react/icons/map-pin'
import Monitor from 'lucide-react/icons/monitor'
import MonitorPlay from 'lucide-react/icons/monitor-play'
import Moon from 'lucide-react/icons/moon'
import PanelLeft from 'lucide-react/icons/panel-left'
import Pause from 'lucide-react/icons/pause'
import Play from 'lucide-react/icons/play'
import Plus from 'lucide-react/icons/plus'
import Redo2 from 'lucide-react/icons/redo-2'
import Scissors from 'lucide-react/icons/scissors'
import Search from 'lucide-react/icons/search'
import Settings from 'lucide-react/icons/settings'
import Sparkles from 'lucide-react/icons/sparkles'
import Sun from 'lucide-react/icons/sun'
import Trash2 from 'lucide-react/icons/trash-2'
import Undo2 from 'lucide-react/icons/undo-2'
import UserPlus from 'lucide-react/icons/user-plus'
import { createElement, type ComponentType, type SVGProps } from 'react'
import type { CommandId } from '@/domain/command'
import type { PaletteAction } from './paletteEntries'

type Icon = ComponentType<SVGProps<SVGSVGElement>>

const ICONS: { readonly [Id in CommandId]?: Icon } = {
  showShortcuts: Keyboard,
  search: Search,
  newProject: Plus,
  trySamples: Sparkles,
  goProjects: Clapperboard,
  goMedia: Images,
  goQueue: ListVideo,
  goSettings: Settings,
  goBilling: CreditCard,
  openNotices: Bell,
  markAllRead: Bell,
  notificationSettings: Bell,
  toggleSidebar: PanelLeft,
  themeLight: Sun,
  themeDark: Moon,
  themeSystem: Monitor,
  exportAccount: Download,
  deleteAccount: Trash2,
  signOut: LogOut,
  addPhotos: ImagePlus,
  addSamples: Sparkles,
  createVideo: Clapperboard,
  previewFilm: Eye,
  undo: Undo2,
  redo: Redo2,
  generateVideo: Sparkles,
  newCut: Scissors,
  shareProject: UserPlus,
  downloadFilm: Download,
  deleteProject: Trash2,
  playPause: Play,
  takeOutShot: Trash2,
  viewGrid: LayoutGrid,
  viewList: List,
  addChosen: FolderPlus,
  deleteChosen: Trash2,
  byMonth: CalendarDays,
  byPlace: MapPin,
  pauseHere: Pause,
  resumeHere: Play,
  asRenderNode: MonitorPlay,
}

/** The picture beside a row of the palette. */
export function EntryIcon({ action }: { action: PaletteAction }) {
  return createElement(iconOf(action), {
    'aria-hidden': true,
    className: 'size-4.5 shrink-0 text-muted',
    strokeWidth: 1.75,
  })
}

function iconOf(action: PaletteAction): Icon {
  switch (action.kind) {
    case 'command':
      return ICONS[action.command] ?? CornerDownRight
    case 'project':
      return Clapperboard
    case 'film':
      return Film
    default:
      return action satisfies never
  }
}
