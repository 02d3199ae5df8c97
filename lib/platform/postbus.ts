import 'server-only'
import { listInvoer, markGelezen, readInvoer } from '@/lib/platform/invoermap'

// The mailbox for invoices: the mail server of UWV puts each message in STAP_DATA_DIR/postbus/in, as .eml, or an invoice that came
// without a message as .xml. It is the mail server that judges where a message comes from; what it found stands in the message.

/** The names of the messages that wait, in order. */
export function listPost(): Promise<string[]> {
  return listInvoer('postbus', ['.eml', '.xml'])
}

/** A message; undefined when it is no longer there. */
export function readPost(naam: string): Promise<Buffer | undefined> {
  return readInvoer('postbus', naam)
}

/** Puts a message that was taken in aside. */
export function markPostGelezen(naam: string): Promise<void> {
  return markGelezen('postbus', naam)
}
