const paths = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13ZM15.5 15.5 21 21',
  check: 'm4.5 12.5 5 5 10-11',
  cross: 'm6 6 12 12M18 6 6 18',
  dash: 'M6 12h12',
  up: 'm5 14 7-7 7 7',
  down: 'm5 10 7 7 7-7',
  right: 'm9 5 7 7-7 7',
  left: 'm15 5-7 7 7 7',
  copy: 'M8 8h11v12H8zM5 16V4h11',
  download: 'M12 4v11m-5-5 5 5 5-5M5 20h14',
  print: 'M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z',
  bookmark: 'M7 4h10v16l-5-4-5 4z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.5-3.5a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.5 3.5a4 4 0 0 0 5.7 5.7L12 17.7',
} as const

export type IconName = keyof typeof paths

// The keys of an object literal are its names.
export const iconNames = Object.keys(paths) as IconName[]

/** A line icon of 1 em in the color of its text. It is decorative: the text beside it says what it means. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={`inline-block h-[1.1em] w-[1.1em] shrink-0 fill-none stroke-current stroke-[1.75] ${className}`}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}
