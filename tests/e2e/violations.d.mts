import type { Plugin } from 'vite'

export const VIOLATIONS: string
export function gatherViolations(): Plugin
