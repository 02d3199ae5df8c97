/** The icons of @tabler/icons (outline) that the platform uses; `node scripts/run.mjs scripts/icons.ts` writes public/iconen.svg from this list. */
export const ICON_NAMES = [
  'adjustments-horizontal', 'alert-circle', 'alert-triangle', 'archive', 'arrow-left', 'arrow-right', 'arrow-up-right', 'ban', 'bell',
  'book', 'bookmark', 'briefcase', 'building', 'building-bank', 'calendar', 'calendar-event', 'certificate', 'chart-bar', 'check', 'checklist',
  'chevron-down', 'chevron-left', 'chevron-right', 'chevron-up', 'circle', 'circle-check', 'circle-dashed', 'circle-x', 'clipboard-check',
  'clock', 'clock-hour-4', 'coin-euro', 'copy', 'download', 'edit', 'external-link', 'eye', 'eye-off', 'file-check', 'file-invoice', 'file-text', 'files',
  'filter', 'flag', 'gavel', 'help-circle', 'history', 'home', 'hourglass', 'id', 'inbox', 'info-circle', 'language', 'layout-dashboard', 'link', 'list',
  'list-check', 'list-search', 'lock', 'lock-open', 'login', 'logout', 'mail', 'map-pin', 'menu-2', 'message', 'minus', 'moon', 'news', 'pencil', 'phone', 'player-pause',
  'player-play', 'plus', 'printer', 'refresh', 'report-money', 'rotate', 'scale', 'school', 'search', 'send', 'settings', 'shield-check', 'sort-ascending',
  'sun', 'table', 'tag', 'trash', 'upload', 'user', 'users', 'wallet', 'world', 'x', 'zoom-question',
] as const

export type IconName = (typeof ICON_NAMES)[number]
