import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * WCAG 2.2 AA, as far as a program can tell.
 * @param part what is looked at; the whole page unless told
 * @param withAdvice also what is only good practice
 */
export async function expectAccessible(
  page: Page,
  { part, withAdvice = false }: { part?: string; withAdvice?: boolean } = {},
): Promise<void> {
  const axe = new AxeBuilder({ page })
  if (!withAdvice) axe.withTags(WCAG)
  if (part) {
    // axe takes what is there; a dialog whose code is still on its way is not.
    await expect(page.locator(part).first()).toBeVisible()
    axe.include(part)
  }
  const { violations } = await axe.analyze()
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  expect(found, `accessible: ${page.url()}`).toEqual([])
}
