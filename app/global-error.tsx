'use client'

import './globals.css'
import ErrorPage from '@/app/error'

/** A fault in the root layout itself. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="nl">
      <head><title>Er ging iets mis - STAP-budget</title></head>
      <body className="stap-theme"><ErrorPage error={error} /></body>
    </html>
  )
}
