import * as echarts from 'echarts'

export type Punt = readonly [x: number, y: number]
export type Lijn = { readonly naam: string; readonly punten: readonly Punt[]; readonly vlak?: boolean }
export type Grafiek = { readonly xNaam: string; readonly yNaam: string; readonly lijnen?: readonly Lijn[]; readonly punten?: readonly Lijn[]; readonly merk?: readonly { x: number; naam: string }[]; readonly yMin?: number; readonly yMax?: number }

const BREEDTE = 860
const HOOGTE = 320
/** Told apart by those who do not see red and green as different, and in grey by their lightness. */
const KLEUREN = ['#1f5fa8', '#b35900', '#3f7f5f', '#6b4fa0']
const INKT = '#1b2430'
const GRIJS = '#5a6472'
const RASTER = '#e3e6ea'

const getal = new Intl.NumberFormat('nl-NL', { maximumFractionDigits: 2 })

const SCHAAL = {
  axisLabel: { color: GRIJS, fontSize: 12, showMaxLabel: false, formatter: (waarde: number) => getal.format(waarde) },
  axisLine: { onZero: false, lineStyle: { color: RASTER } }, axisTick: { show: false }, splitLine: { lineStyle: { color: RASTER } },
}
/** The name below the axis, where no number or line can run into it. */
const xAs = (name: string): object => ({ ...SCHAAL, name, nameLocation: 'middle', nameGap: 30, nameTextStyle: { color: GRIJS, fontSize: 12 }, splitLine: { show: false } })
const yAs = (name: string): object => ({ ...SCHAAL, name, nameLocation: 'end', nameTextStyle: { color: GRIJS, fontSize: 12, align: 'left', padding: [0, 0, 10, -60] }, axisLabel: { ...SCHAAL.axisLabel, showMaxLabel: true } })

function teken(option: echarts.EChartsCoreOption): string {
  const grafiek = echarts.init(null, null, { renderer: 'svg', ssr: true, width: BREEDTE, height: HOOGTE })
  grafiek.setOption({ animation: false, textStyle: { fontFamily: 'inherit', color: INKT }, ...option })
  const svg = grafiek.renderToSVGString()
  grafiek.dispose()
  // Scales with the page; the style attributes of the drawing stay inside it.
  return svg.replace(/<svg width="\d+" height="\d+"/, '<svg role="img"')
}

/** Lines or points over numbers, with their name at their end instead of a legend. */
export function tekenLijnen({ xNaam, yNaam, lijnen = [], punten = [], merk = [], yMin = 0, yMax }: Grafiek): string {
  const strepen = { silent: true, symbol: 'none', lineStyle: { color: GRIJS, type: 'dashed' }, label: { color: GRIJS, formatter: '{b}', position: 'end' }, data: merk.map(({ x, naam }) => ({ xAxis: x, name: naam })) }
  const series = [
    ...lijnen.map(({ naam, punten: data, vlak = false }, nummer) => ({
      name: naam, type: 'line', data, showSymbol: false, lineStyle: { width: 2 }, color: KLEUREN[nummer],
      endLabel: { show: lijnen.length > 1, formatter: naam, color: KLEUREN[nummer], fontSize: 12 }, labelLayout: { moveOverlap: 'shiftY' }, ...(vlak ? { areaStyle: { opacity: 0.12 } } : {}),
    })),
    ...punten.map(({ naam, punten: data }, nummer) => ({ name: naam, type: 'scatter', data, symbolSize: 3, color: KLEUREN[nummer], itemStyle: { opacity: 0.5 } })),
  ]
  return teken({
    grid: { left: 70, right: lijnen.length > 1 ? 120 : 60, top: 44, bottom: 52 },
    xAxis: { type: 'value', ...xAs(xNaam), min: 'dataMin', max: 'dataMax' },
    yAxis: { type: 'value', ...yAs(yNaam), min: yMin, ...(yMax === undefined ? {} : { max: yMax }) },
    series: series.map((een, nummer) => (nummer === 0 && merk.length > 0 ? { ...een, markLine: strepen } : een)),
  })
}

/** Bars with their value above them. */
export function tekenStaven({ xNaam, yNaam, staven, norm, yMax }: { xNaam: string; yNaam: string; staven: readonly { naam: string; waarde: number }[]; norm?: number; yMax?: number }): string {
  return teken({
    grid: { left: 70, right: 60, top: 44, bottom: 52 },
    xAxis: { type: 'category', ...xAs(xNaam), axisLabel: { color: INKT, fontSize: 12 }, data: staven.map(({ naam }) => naam) },
    yAxis: { type: 'value', ...yAs(yNaam), min: 0, ...(yMax === undefined ? {} : { max: yMax }) },
    series: [{
      type: 'bar', data: staven.map(({ waarde }) => waarde), color: KLEUREN[0], barMaxWidth: 64,
      label: { show: true, position: 'top', color: INKT, formatter: ({ value }: { value: number }) => getal.format(value) },
      ...(norm === undefined ? {} : { markLine: { silent: true, symbol: 'none', lineStyle: { color: KLEUREN[1], type: 'dashed' }, label: { formatter: 'eerlijk', color: KLEUREN[1] }, data: [{ yAxis: norm }] } }),
    }],
  })
}
