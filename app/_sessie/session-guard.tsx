import { Link } from '@/components/ui/link'
import { SessionWarning } from '@/app/_sessie/session-warning.client'
import { currentSession } from '@/lib/platform/session'

/** For the layouts behind a login: warns two minutes before the session ends. Without JavaScript a sentence says how long there is. */
export async function SessionGuard() {
  const session = await currentSession()
  if (session === undefined) return null
  return (
    <>
      <noscript>
        <p className="stap-noprint mt-8 text-sm">
          Doet u 15 minuten niets? Dan loggen wij u uit. Hebt u meer tijd nodig, open dan
          {' '}<Link href="/sessie/verlengen" target="_blank" rel="noopener">langer ingelogd blijven (opent in een nieuw tabblad)</Link>.
        </p>
      </noscript>
      <SessionWarning seconden={session.secondenOver} />
    </>
  )
}
