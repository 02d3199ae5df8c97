/** Writes what happens to the terminal: our own steps, and the lines of the processes with their name in front. */
export const output = {
  step(text: string): void {
    process.stdout.write(`▸ ${text}\n`)
  },
  line(naam: string, text: string): void {
    if (text.trim() !== '') process.stdout.write(`${naam.padEnd(9)} │ ${text}\n`)
  },
  plain(text = ''): void {
    process.stdout.write(`${text}\n`)
  },
}

/** Runs a step, says that it has begun, and after every 10 s that it is still under way. */
export async function timed<T>(text: string, work: () => Promise<T>): Promise<T> {
  const begin = performance.now()
  const seconds = () => `${((performance.now() - begin) / 1000).toFixed(1).replace('.', ',')} s`
  output.step(`${text} …`)
  const ticker = setInterval(() => { output.step(`${text} … (${seconds()})`) }, 10_000)
  try {
    const result = await work()
    output.step(`${text}: klaar (${seconds()})`)
    return result
  } finally {
    clearInterval(ticker)
  }
}
