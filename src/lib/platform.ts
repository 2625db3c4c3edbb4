/** Is this one of Apple's machines, where shortcuts are given with ⌘? */
export function isApple(): boolean {
  const { userAgentData, platform } = navigator as Navigator & { userAgentData?: { platform?: string } }
  return /mac|iphone|ipad|ipod/i.test(userAgentData?.platform || platform)
}
