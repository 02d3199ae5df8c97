/** Whether it is night and nothing was made yet this night. */
export function isNacht({ nu, van, tot, laatste }: { nu: Date; van: Date; tot: Date; laatste: Date }): boolean {
  return nu >= van && nu < tot && (laatste < van || laatste > nu)
}
