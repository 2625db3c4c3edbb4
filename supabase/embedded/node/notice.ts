/** Something a person at the terminal should know: what takes long, what was moved. */
export interface Notice {
  level: 'info' | 'warn'
  text: string
}

export type OnNotice = (notice: Notice) => void
