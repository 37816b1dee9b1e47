import { createStateFactory, type FigureState } from './figure-state.ts'

/** Plate 5.1: a running project, an edit of its Compose file, and what a command then does to each of its parts. */
export const edits = ['none', 'web', 'db', 'volume'] as const
export type Edit = (typeof edits)[number]

export const commands = ['up', 'up -y', 'restart', 'down', 'down -v'] as const
export type Command = (typeof commands)[number]

/** What the figure shows: the edit, and the command that follows it. */
export type Change = { edit: Edit; command: Command }

export const parts = ['web', 'db', 'network', 'volume'] as const
export type Part = (typeof parts)[number]

type Values = { file: string; edited: string; engine: string }

/** The values in the file, before and after the edit, and the name of the part on the Engine. */
export const values = {
  web: { file: 'port 8080', edited: 'port 8081', engine: 'shop-web-1' },
  db: { file: '18-alpine', edited: '18.1-alpine', engine: 'shop-db-1' },
  network: { file: 'default', edited: 'default', engine: 'shop_default' },
  volume: { file: 'defaults', edited: 'driver_opts', engine: 'shop_pgdata' },
} satisfies Record<Part, Values>

/** `asks first`: the volume is unchanged until somebody answers, and it is kept if the answer is no. */
export type Fate = 'as it is' | 'recreated' | 'restarted' | 'removed' | 'asks first'

export function fateOf(part: Part, { edit, command }: Change): Fate {
  const isContainer = part === 'web' || part === 'db'
  switch (command) {
    case 'restart':
      return isContainer ? 'restarted' : 'as it is'
    case 'down':
      return part === 'volume' ? 'as it is' : 'removed'
    case 'down -v':
      return 'removed'
    case 'up':
      if (edit === 'volume') return part === 'volume' ? 'asks first' : 'as it is'
      return part === edit ? 'recreated' : 'as it is'
    case 'up -y':
      // The old volume can be removed only together with the container that uses it.
      if (edit === 'volume') return part === 'volume' || part === 'db' ? 'recreated' : 'as it is'
      return part === edit ? 'recreated' : 'as it is'
    default:
      return command satisfies never
  }
}

export function isEdited(part: Part, edit: Edit): boolean {
  return part === edit
}

/** The value of a part in the file. */
export function wantedValue(part: Part, edit: Edit): string {
  return isEdited(part, edit) ? values[part].edited : values[part].file
}

/** The value of a part on the Engine after the command; undefined if it was removed. */
export function actualValue(part: Part, change: Change): string | undefined {
  const fate = fateOf(part, change)
  if (fate === 'removed') return undefined
  return fate === 'recreated' ? wantedValue(part, change.edit) : values[part].file
}

/** Whether the database’s data still exists. */
export function hasData(change: Change): boolean {
  const fate = fateOf('volume', change)
  return fate === 'as it is' || fate === 'asks first'
}

export const editLabels = {
  none: 'nothing',
  web: 'web’s port',
  db: 'db’s image',
  volume: 'the volume',
} satisfies Record<Edit, string>

const editSentences = {
  none: 'The file is as it was.',
  web: 'The file gives `web` another port.',
  db: 'The file gives `db` another image.',
  volume: 'The file defines the volume `pgdata` differently.',
} satisfies Record<Edit, string>

const upSentences = {
  none: 'Everything matches, so `up` leaves everything alone.',
  web: 'The service differs, so its container is recreated; `db` matches and keeps running.',
  db: 'The service differs, so its container is recreated; the volume is attached to the new one, with the data.',
  volume:
    '`up` asks before it recreates a volume, since that deletes the data. With “no,” the old one stays.',
} satisfies Record<Edit, string>

export function describeChange(change: Change): string {
  return `${editSentences[change.edit]} ${describeCommand(change)}`
}

function describeCommand({ edit, command }: Change): string {
  switch (command) {
    case 'up':
      return upSentences[edit]
    case 'up -y':
      return edit === 'volume'
        ? '`-y` answers yes to every question: the volume is recreated, and `db` with it. The data is gone.'
        : upSentences[edit]
    case 'restart':
      return edit === 'none'
        ? '`restart` stops both containers and starts them again.'
        : '`restart` doesn’t apply the edit: both containers start again as they were created.'
    case 'down':
      return '`down` removes the containers and the network. The volume and its data stay for the next `up`.'
    case 'down -v':
      return '`down -v` removes the volume as well, without a question. The data is gone.'
    default:
      return command satisfies never
  }
}

const state = createStateFactory(describeChange)

export const figureStates: FigureState<Change>[] = [
  state('unchanged', '`up` without an edit', { edit: 'none', command: 'up' }),
  state('web', '`up` after an edit of `web`', { edit: 'web', command: 'up' }),
  state('restart', '`restart` after an edit of `web`', { edit: 'web', command: 'restart' }),
  state('db', '`up` after an edit of `db`', { edit: 'db', command: 'up' }),
  state('volume', '`up` after an edit of the volume', { edit: 'volume', command: 'up' }),
  state('volume-yes', '`up -y` after an edit of the volume', { edit: 'volume', command: 'up -y' }),
  state('down', '`down`', { edit: 'none', command: 'down' }),
]
