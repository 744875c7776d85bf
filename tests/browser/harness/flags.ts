/** What Playwright switches off. Chromium takes the last list only, which is the one below. */
const offByPlaywright = [
  'AimEnabled',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'PreconnectToSearch',
  'TcpPortRandomizationWin',
  'ThirdPartyStoragePartitioning',
]

/** Each window would have pages of these kinds behind its address bar, which nobody sees here. */
const offHere = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup']

/** How the browser of these tests is started. */
export const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // The vendor's SDK believes that a browser under automation is offline.
  '--disable-blink-features=AutomationControlled',
  `--disable-features=${[...offByPlaywright, ...offHere].join(',')}`,
]
