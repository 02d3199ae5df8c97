import 'server-only'
import { ByteWriter, ParquetWriter, type BasicType } from 'hyparquet-writer'

export type ParquetColumn = { readonly name: string; readonly type: Extract<BasicType, 'STRING' | 'INT32' | 'BOOLEAN' | 'JSON'>; readonly nullable: boolean }

type Schema = ConstructorParameters<typeof ParquetWriter>[0]['schema']

/**
 * A Parquet file that is written a group of rows at a time, so that memory does not depend on its size. `take` gives what has become
 * ready since the last time. Compressed with Snappy.
 */
export function openParquet(columns: readonly ParquetColumn[]) {
  const bytes = new DrainedWriter()
  const writer = new ParquetWriter({ writer: bytes, schema: schemaOf(columns) })
  return {
    /** Writes one group. A row that misses a column that may not be empty throws. */
    async write(rows: readonly Readonly<Record<string, unknown>>[]): Promise<void> {
      if (rows.length === 0) return
      await writer.write({ columnData: columns.map(({ name }) => ({ name, data: rows.map((row) => row[name] ?? null) })), rowGroupSize: rows.length })
    },
    /** Writes the end, without which nobody can read the file. */
    async finish(): Promise<void> {
      await writer.finish()
    },
    take: (): Uint8Array => bytes.drain(),
  }
}

const PHYSICAL = { STRING: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, JSON: { type: 'BYTE_ARRAY', converted_type: 'JSON' }, INT32: { type: 'INT32' }, BOOLEAN: { type: 'BOOLEAN' } } as const

function schemaOf(columns: readonly ParquetColumn[]): Schema {
  return [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type, nullable }) => ({ name, ...PHYSICAL[type], repetition_type: nullable ? 'OPTIONAL' as const : 'REQUIRED' as const })),
  ]
}

/** Counts on (`offset`) while what was written goes out (`index` starts anew). */
class DrainedWriter extends ByteWriter {
  drain(): Uint8Array {
    const done = new Uint8Array(this.buffer, 0, this.index).slice()
    this.index = 0
    return done
  }

  override finish(): void {
    // The last bytes are taken with drain().
  }
}
