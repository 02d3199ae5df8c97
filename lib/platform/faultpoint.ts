import { config } from '@/lib/platform/config'

/**
 * Every place where `npm run storing` can make a process fail: between two steps of which the one must not count without the
 * other. A name says the process and what was just done.
 */
export const FAULTPOINTS = [
  'intake.voor-transactie', 'intake.in-transactie', 'intake.voor-commit', 'intake.na-commit',
  'toewijzing.na-lezen', 'toewijzing.na-vergrendelen', 'toewijzing.na-boeken', 'toewijzing.voor-commit', 'toewijzing.na-commit',
  'outbox.na-markeren', 'outbox.na-doorzetten', 'outbox.na-werk',
  'wachtkamer.plaats-voor-commit', 'wachtkamer.plaats-na-commit', 'wachtkamer.loting-voor-commit', 'wachtkamer.toelaten-voor-commit',
  'poort.na-commit',
  'reserve.aanbod-voor-commit',
  'betaling.goedkeuring-voor-commit', 'betaling.goedkeuring-na-commit', 'betaling.bestand-gemaakt', 'betaling.bestand-voor-commit', 'betaling.bestand-bewaard',
  'betaling.bestand-overgedragen', 'betaling.geboekt-voor-commit', 'betaling.vrijgegeven', 'bank.deel-geschreven',
  'bank.ontvangen-voor-commit', 'bank.ontvangen-na-commit', 'bank.verwerkt-voor-commit', 'bank.verwerkt-na-commit',
] as const
export type FaultpointNaam = (typeof FAULTPOINTS)[number]

const ACTIONS = ['kill', 'stop', 'wait', 'block', 'throw'] as const
type Fault = {
  readonly action: (typeof ACTIONS)[number]
  /** Milliseconds, of `wait` and `block`. */
  readonly ms: number
  /** On which pass it happens; with `every`, on that pass and all later ones. */
  readonly pass: number
  readonly every: boolean
}

/** What this process is to do where; undefined when it is to do nothing, and that is so in production whatever is set. */
const plan = config.isProductie ? undefined : readFaultpoints(config.faultpoints)
const passes = new Map<string, number>()
const NOTHING = Promise.resolve()

/**
 * A named place at which a process can be made to fail, from outside, by STAP_FAULTPOINTS. Does nothing without it.
 * @throws Error with the name, when that is what was asked for
 */
export const faultpoint: (naam: FaultpointNaam) => Promise<void> = plan === undefined ? inert : (naam) => strike(naam, plan)

/** One settled promise for everybody: nothing is made, looked up or compared. */
function inert(): Promise<void> {
  return NOTHING
}

/**
 * Reads `name=action[:ms][@pass[+]]`, separated by commas: `outbox.na-werk=kill@3` kills at the third pass,
 * `intake.voor-commit=wait:200@1+` waits 200 ms at each.
 * @throws Error when a name or action does not exist: an experiment that strikes nowhere proves nothing
 */
export function readFaultpoints(text: string | undefined): ReadonlyMap<string, Fault> | undefined {
  if (text === undefined || text === '') return undefined
  return new Map(text.split(',').map((part) => {
    const match = /^(?<naam>[a-z.-]+)=(?<actie>[a-z]+)(?::(?<ms>[0-9]+))?(?:@(?<pass>[0-9]+)(?<every>\+)?)?$/.exec(part.trim())
    const { naam = '', actie, ms, pass, every } = match?.groups ?? {}
    const action = ACTIONS.find((one) => one === actie)
    if (action === undefined || !FAULTPOINTS.some((one) => one === naam)) throw new Error(`STAP_FAULTPOINTS: ${part} is no faultpoint`)
    return [naam, { action, ms: Number(ms ?? 0), pass: Number(pass ?? 1), every: every !== undefined }]
  }))
}

async function strike(naam: FaultpointNaam, faults: ReadonlyMap<string, Fault>): Promise<void> {
  const fault = faults.get(naam)
  if (fault === undefined) return
  const pass = (passes.get(naam) ?? 0) + 1
  passes.set(naam, pass)
  if (fault.every ? pass < fault.pass : pass !== fault.pass) return
  process.send?.({ faultpoint: naam, pass })
  switch (fault.action) {
    case 'kill':
      process.kill(process.pid, 'SIGKILL')
      return forever()
    case 'stop':
      process.kill(process.pid, 'SIGSTOP')
      // The signal is delivered while this process waits for something; after SIGCONT it goes on here.
      return sleep(1)
    case 'wait':
      return sleep(fault.ms)
    case 'block':
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, fault.ms)
      return
    case 'throw':
      throw new Error(`faultpoint ${naam}`)
  }
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => { setTimeout(resolve, ms) })
}

function forever(): Promise<void> {
  return new Promise(() => undefined)
}
