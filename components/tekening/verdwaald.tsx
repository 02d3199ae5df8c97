/** A signpost at a fork in the road. */
export function Verdwaald() {
  return (
    <svg className="stap-tekening" viewBox="0 0 320 260" aria-hidden="true" focusable="false">
      <path className="zacht" d="M20 236c40-26 92-34 142-30s98 6 138 30z" />
      <path d="M20 236c40-26 92-34 142-30s98 6 138 30" />
      <path d="M160 206V44" />
      <path className="vlak" d="M160 62h84l22 20-22 20h-84z" />
      <path d="M160 62h84l22 20-22 20h-84zM160 118H92l-20 18 20 18h68z" />
      <path d="M178 82h50M104 136h40M152 44h16" />
      <path d="M58 222v-14m-5 4 5-5 5 5M266 218v-10m-4 3 4-4 4 4" />
      <path d="M112 236c10-14 26-22 48-22M206 236c-8-12-22-20-46-22" strokeDasharray="1 9" />
    </svg>
  )
}
