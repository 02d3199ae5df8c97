import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import './globals.css'

// Every page is rendered per request: only then its scripts carry the nonce of this answer (strict CSP).
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: { default: 'STAP-budget: een bijdrage voor uw opleiding', template: '%s - STAP-budget' },
  description: 'Met het STAP-budget krijgt u een bijdrage voor een opleiding of cursus. Zoek een opleiding, vraag aan en volg uw aanvraag.',
  icons: { icon: '/beeldmerk.svg' },
  formatDetection: { telephone: false, address: false, email: false },
}

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
}

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="nl" dir="ltr">
      <body className="stap-theme">{children}</body>
    </html>
  )
}
