/** How large an opening was. Amounts in cents; null where no source gives a figure. */
export type Preset = {
  readonly code: string
  /** What was or would have been submitted. */
  readonly aanvragers: number
  /** People who stood ready or waited; where no source counts them, the vooraanmeldingen or the aanvragers. */
  readonly wachtenden: number
  /** Devices that asked for a place; where no source counts them, as many per person as in 2023-II. */
  readonly apparaten: number
  readonly plafondCent: number
  /** Average of what was asked or granted. */
  readonly gemiddeldCent: number
  /** In how many minutes the budget was gone in reality; null where the sources differ too much. */
  readonly opNaMinuten: number | null
  readonly bron: string
}

/**
 * The openings of 2022 and 2023. All figures come from the press, press releases of UWV and the Woo-besluit STAP-keten; the
 * sources disagree here and there, and `bron` says which one is used and what was added.
 */
export const PRESETS: readonly Preset[] = [
  preset('2022-I', { aanvragers: 36_000, wachtenden: 50_000, apparaten: 70_000, euro: 32_000_000, gemiddeld: 800, opNaMinuten: 3_180,
    bron: 'nu.nl 6197883, NOS 2419773 (meer dan 50.000 wachtenden, piek 70.000 apparaten, gemiddeld € 800), Woo-besluit (36.000 goedgekeurd)' }),
  preset('2022-II', { aanvragers: 45_000, wachtenden: 45_000, apparaten: 72_000, euro: 32_000_000, gemiddeld: 800, opNaMinuten: 2_070,
    bron: 'persbericht UWV, accountancyvanmorgen.nl 4-5-2022 (43.000 om 10.00 uur; 44.000 tot 45.000 aanvragen); apparaten geschat naar 2023-II' }),
  preset('2022-III', { aanvragers: 37_500, wachtenden: 48_000, apparaten: 77_000, euro: 32_600_000, gemiddeld: 850, opNaMinuten: 140,
    bron: 'nu.nl, uwv.nl (37.500 aanvragen, op om 12.20 uur), Woo-besluit (48.000 vooraanmeldingen als wachtenden); gemiddelde en apparaten geschat' }),
  preset('2022-IV', { aanvragers: 44_000, wachtenden: 60_000, apparaten: 97_000, euro: 38_500_000, gemiddeld: 900, opNaMinuten: 120,
    bron: 'Telegraaf, Woo-besluit r.7270-7280 (44.000 aanvragen, op rond 12.00 uur); wachtenden, gemiddelde en apparaten geschat' }),
  preset('2022-V', { aanvragers: 64_000, wachtenden: 160_000, apparaten: 257_000, euro: 49_500_000, gemiddeld: 939, opNaMinuten: 270,
    bron: 'Woo-besluit r.6508-6530 (64.000 ingediend, 160.000 wachtenden, € 49,5 miljoen, op om 14.30 uur, gemiddeld € 939); apparaten naar 2023-II (257.000)' }),
  preset('2023-I', { aanvragers: 40_000, wachtenden: 155_000, apparaten: 250_000, euro: 34_000_000, gemiddeld: 850, opNaMinuten: 150,
    bron: 'nieuws.nl 17-3-2023 (250.000 apparaten, op om 12.30 uur, ongeveer 300 aanvragen per minuut; 28-2 mislukt met 300.000); mensen naar 2023-II' }),
  preset('2023-II', { aanvragers: 38_000, wachtenden: 159_000, apparaten: 257_000, euro: 34_000_000, gemiddeld: 895, opNaMinuten: 180,
    bron: 'persbericht en register UWV (38.000 aanvragen, 159.000 mensen, 257.000 apparaten, op om 13.00 uur, gemiddeld € 895)' }),
  preset('2023-III', { aanvragers: 24_000, wachtenden: 187_000, apparaten: 275_000, euro: 20_000_000, gemiddeld: 833, opNaMinuten: 105,
    bron: 'Telegraaf (24.000 aanvragen, 187.000 vooraanmeldingen, 275.000 apparaten, op om 11.45 uur, gemiddeld € 833)' }),
  preset('2023-IV', { aanvragers: 11_000, wachtenden: 31_000, apparaten: 50_000, euro: 10_000_000, gemiddeld: 909, opNaMinuten: 95,
    bron: 'persbericht UWV (meer dan 10.000 aanvragen, 18.000 vooraanmeldingen, 50.000 apparaten, op om 11.35 uur); mensen uit apparaten naar 2023-II, gemiddelde van 2023-V' }),
  preset('2023-V', { aanvragers: 11_000, wachtenden: 42_000, apparaten: 68_000, euro: 10_000_000, gemiddeld: 909, opNaMinuten: 60,
    bron: 'nieuws.nl 15-11-2023 (meer dan 11.000 aanvragen, 29.000 vooraanmeldingen, 68.000 apparaten, na een uur op, gemiddeld € 909); mensen uit apparaten naar 2023-II' }),
]

type Cijfers = { aanvragers: number; wachtenden: number; apparaten: number; euro: number; gemiddeld: number; opNaMinuten: number | null; bron: string }

function preset(code: string, { aanvragers, wachtenden, apparaten, euro, gemiddeld, opNaMinuten, bron }: Cijfers): Preset {
  return { code, aanvragers, wachtenden, apparaten, plafondCent: euro * 100, gemiddeldCent: gemiddeld * 100, opNaMinuten, bron }
}

/** The preset with this code, or undefined. */
export function findPreset(code: string): Preset | undefined {
  return PRESETS.find((een) => een.code === code)
}

/** The average amount for a tijdvak with this code; one that was made for a play has that of its preset, any other that of 2022-V. */
export function gemiddeldCentVan(code: string): number | undefined {
  const basis = code.replace(/-S[0-9]+$/, '')
  return findPreset(basis === code ? code : basis === 'EIGEN' ? '2022-V' : basis)?.gemiddeldCent
}
