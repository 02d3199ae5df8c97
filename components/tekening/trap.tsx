/** Someone climbs a stair of books towards a flag. */
export function Trap() {
  return (
    <svg className="stap-tekening" viewBox="0 0 400 300" aria-hidden="true" focusable="false">
      <circle className="vlak" cx="112" cy="84" r="36" />
      <path className="zacht" d="M96 276v-22h72v-42h72v-42h72v-42h68v148z" />
      <path d="M16 276h368" />
      <path className="papier" d="M96 254h72v22H96zM168 212h72v20h-72zM240 170h72v20h-72zM312 128h68v20h-68z" />
      <path d="M96 254h72v22H96zM168 212h72v20h-72zM240 170h72v20h-72zM312 128h68v20h-68z" />
      <path d="M110 254v22M182 212v20M254 170v20M326 128v20M168 232v44M240 190v86M312 148v128M380 148v128" />
      <path d="M352 128V70" />
      <path className="vlak" d="M352 70h34l-9 11 9 11h-34z" />
      <path d="M352 70h34l-9 11 9 11h-34z" />
      <circle className="papier" cx="206" cy="102" r="15" />
      <circle cx="206" cy="102" r="15" />
      <path d="M192 98c4-10 22-12 28-2" />
      <path d="M202 118c-8 10-12 24-10 42l18 20-6 32" />
      <path d="M192 160l-14 26 2 26M210 118c8 8 12 20 10 34" />
      <path d="M198 128l-22 16 8 18M214 130l24 6 16-12" />
      <path className="papier" d="m250 104 22-6 6 24-22 6z" />
      <path d="m250 104 22-6 6 24-22 6zM256 110l12-3M258 117l12-3" />
      <path d="M40 262c2-18 10-28 22-32M42 262c-6-14-16-18-26-18M40 262c0-22-4-36-14-44" />
    </svg>
  )
}
