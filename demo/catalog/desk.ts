import type { Category } from './shape.ts'

export const desk: Category = {
  department: 'Desk & Paper',
  name: 'Desk Objects',
  tags: ['desk', 'office', 'order'],
  makers: [
    { name: 'Büro Birke', place: 'Hamburg, Germany', works: 'wood metal' },
    { name: 'Studio Halden', place: 'Gothenburg, Sweden', works: 'metal wood' },
    { name: 'Harbour Kiln', place: 'Aarhus, Denmark', works: 'ceramic' },
    { name: 'Pelle Piana', place: 'Florence, Italy', works: 'leather' },
    { name: 'Pietra Minore', place: 'Carrara, Italy', works: 'stone' },
  ],
  materials: {
    wood: {
      name: 'Solid wood, oiled',
      says: [
        'Cut, joined and oiled in a workshop of five.',
        'The corners are rounded just enough to be picked up often.',
      ],
      care: 'Wipe with a dry cloth',
    },
    metal: {
      name: 'Powder-coated steel',
      says: [
        'Folded from one sheet of steel and coated in a soft matt finish.',
        'Cork underneath keeps it quiet.',
      ],
      care: 'Wipe with a damp cloth',
    },
    ceramic: {
      name: 'Glazed stoneware',
      says: ['Thrown thick, so it stays put.', 'The glaze is the one we use for mugs, and as easy to wash.'],
      care: 'Dishwasher safe',
    },
    leather: {
      name: 'Vegetable-tanned leather',
      says: [
        'Three millimetres of leather that record your coffee cups with good grace.',
        'The edges are dyed, waxed and burnished.',
      ],
      care: 'A little balm twice a year',
    },
    stone: {
      name: 'Cut and honed stone',
      says: [
        'Cut from offcuts of larger, less useful things.',
        'Honed to a matt finish that feels like cold silk.',
      ],
      care: 'Wipe clean; keep wine away',
    },
  },
  kinds: {
    clock: { type: 'Clock', trim: 'brass', measures: 'Ø 14 cm, silent sweep, one AA battery' },
    pencup: { type: 'Pen cup', trim: 'brick', measures: 'Ø 8.5 × 10 cm' },
    tray: { type: 'Letter tray', trim: 'black', measures: '33 × 24 cm, two tiers', colourOption: 'Finish' },
    tape: { type: 'Tape dispenser', trim: 'steel', measures: '15 cm, for rolls to 33 m' },
    bookends: { type: 'Bookends', trim: 'oak', measures: 'Pair, 15 cm tall' },
    scissors: {
      type: 'Scissors',
      trim: 'brass',
      measures: 'Blades of forged steel',
      axes: { Length: { '16 cm': 1, '21 cm': 1.3 } },
    },
    mat: {
      type: 'Desk mat',
      trim: 'mustard',
      measures: '3 mm thick',
      axes: { Size: { '50 × 35 cm': 1, '70 × 45 cm': 1.4 } },
    },
  },
  closings: [
    'A tidy desk is not a tidy mind, but it is a start.',
    'It does one job and stays out of the way.',
    'For home offices, real offices and kitchen tables that are both.',
    'It will outlast three computers.',
  ],
  models: `
Desk Clock, Round | clock | plain | metal | sage coral black | 59 | 520 | A clear face on two short legs, with hands you can read from the sofa.
Alarm Clock, Brass Feet | clock | plain | metal | ivory navy | 64 | 560 | It wakes you politely, then less politely.
Desk Clock, Oak Case | clock | wood | wood | oak walnut | 84 | 640 | A clock with the grain running round it like a year.
Travel Clock, Ripple | clock | wave | metal | teal | 54 | 410 | The case is pressed with fine waves and fits a jacket.
Kitchen-Desk Clock, Ostsee | clock | stripe | metal | denim | 62 | 530 | Sailor stripes, and time for one more cup.
Pen Cup, Speckled | pencup | speckle | ceramic | clay ivory | 24 | 420 | Heavy enough for every pen you own and the scissors you do not.
Pen Cup, Two-Tone | pencup | dip | ceramic | petrol mustard | 26 | 420 | Dipped in colour to the waist.
Pen Cup, Turned Wood | pencup | wood | wood | oak walnut | 28 | 240 | Turned from one piece, with the bark side remembered in the grain.
Pen Cup, Stone | pencup | speckle | stone | stone | 39 | 900 | A small, cold, serious object.
Ribbed Pen Cup | pencup | rib | metal | blush sage | 19 | 260 | Fluted like a column, at about a hundredth of the scale.
Letter Tray, Oak | tray | wood | wood | oak walnut | 89 | 1500 | In above, out below, and no third level for later.
Letter Tray, Steel | tray | plain | metal | ivory black | 64 | 1400 | Two trays on four posts, folded and not glued.
Letter Tray, Painted | tray | plain | wood | petrol coral | 79 | 1450 | Painted ash, in case the post is dull.
Tape Dispenser, Weighted | tape | plain | metal | mustard sky | 34 | 900 | Works with one hand, because the other is holding the paper.
Tape Dispenser, Stone | tape | speckle | stone | stone graphite | 58 | 1400 | Cannot be moved by accident or by colleagues.
Tape Dispenser, Glazed | tape | plain | ceramic | moss brick | 42 | 980 | A snail of a thing in a glossy glaze.
Bookends, Terrazzo | bookends | speckle | stone | stone blush | 68 | 2600 | Quarter circles of terrazzo, one for each end of the alphabet.
Bookends, Oak | bookends | wood | wood | oak walnut | 54 | 1300 | Solid blocks with a quarter-round cut from a single beam.
Bookends, Folded Steel | bookends | plain | metal | coral forest | 39 | 1100 | Thin feet that slide under the first book and hold the rest.
Office Scissors, Brass Screw | scissors | plain | metal | black brick | 36 | 180 | Sharp to the tip, with a sound like a closing door.
Paper Scissors, Coloured | scissors | plain | metal | teal mustard | 32 | 170 | Bright handles, so they come home again.
Tailor's Scissors | scissors | plain | metal | graphite | 58 | 320 | Long and heavy; for cloth, please, and never for paper.
Desk Mat, Leather | mat | plain | leather | cognac black | 89 | 980 | A soft place for a hand, a keyboard and a cup.
Desk Mat, Felt | mat | plain | leather | slate sage | 54 | 620 | Thick wool felt on a leather back that stays where it is put.
Desk Mat, Grained | mat | hammer | leather | forest | 98 | 1020 | Pebbled leather that forgives a careless pen.`,
}
