import type { Category } from './shape.ts'

export const pots: Category = {
  department: 'Garden & Outdoor',
  name: 'Plant Pots',
  tags: ['garden', 'plants', 'home'],
  makers: [
    { name: 'Terra Quieta', place: 'Impruneta, Italy', works: 'terracotta' },
    { name: 'Olaria do Vale', place: 'Alcobaça, Portugal', works: 'stoneware terracotta' },
    { name: 'Garth & Glover', place: 'York, England', works: 'zinc fibre' },
    { name: 'Studio Kalk', place: 'Utrecht, Netherlands', works: 'fibre stoneware' },
  ],
  materials: {
    terracotta: {
      name: 'Frost-proof terracotta',
      says: [
        'The clay is dug within sight of the kiln and breathes with the roots.',
        'It whitens with lime and moss, and is the better for both.',
      ],
      care: 'Frost-proof to -10 °C; raise it on feet in winter',
    },
    stoneware: {
      name: 'Glazed stoneware',
      says: [
        'Glazed inside and out, with a hole and a plug to match.',
        'Fired hot enough to stand outside all year.',
      ],
      care: 'Wipe clean',
    },
    zinc: {
      name: 'Galvanised steel',
      says: [
        'Dipped whole in zinc, seams and all, so there is nowhere for rust to start.',
        'It goes from bright to pewter in a season.',
      ],
      care: 'Rinse clean',
    },
    fibre: {
      name: 'Recycled fibre clay',
      says: [
        'A mix of clay and recycled fibre: half the weight of stone, with the look of it.',
        'One person can move it, even planted.',
      ],
      care: 'Empty before hard frost',
    },
  },
  kinds: {
    taperedpot: {
      type: 'Plant pot',
      trim: 'oak',
      measures: 'With drainage hole; plant not included',
      axes: { Size: { '14 cm': 1, '20 cm': 1.5, '28 cm': 2.2 } },
    },
    cylinderpot: {
      type: 'Plant pot',
      trim: 'oak',
      measures: 'With saucer; plant not included',
      axes: { Size: { '14 cm': 1, '20 cm': 1.6 } },
    },
    footedpot: {
      type: 'Planter',
      trim: 'oak',
      measures: 'Stand of solid oak; plant not included',
      axes: { Size: { '22 cm': 1, '30 cm': 1.4 } },
    },
    hangingpot: { type: 'Hanging planter', trim: 'tan', measures: 'Ø 18 cm, cord 80 cm; plant not included' },
    trough: {
      type: 'Trough',
      trim: 'oak',
      measures: '18 cm high, 17 cm deep',
      axes: { Length: { '40 cm': 1, '60 cm': 1.35 } },
    },
    wateringcan: {
      type: 'Watering can',
      trim: 'brass',
      measures: 'Brass rose, lifts off',
      axes: { Volume: { '1.5 l': 1, '5 l': 1.5 } },
    },
  },
  closings: [
    'Your plants will not thank you, but they will show it.',
    'Group three, odd sizes, near the door.',
    'It suits herbs, ferns and the orange tree you grew from a pip.',
    'Packed in straw and card, and hardly ever broken on the way.',
  ],
  models: `
Terracotta Pot, Rolled Rim | taperedpot | plain | terracotta | terracotta clay | 18 | 1400 | The flowerpot as it should be: thick walls, rolled rim, honest clay.
Terracotta Pot, Whitewashed | taperedpot | speckle | terracotta | chalk blush | 22 | 1400 | Brushed with lime by hand, as if it had stood in the orangery since spring.
Dipped Pot, Two-Tone | taperedpot | dip | stoneware | petrol mustard | 26 | 1500 | Colour above, bare clay below.
Rosemary Pot, Glazed | taperedpot | plain | stoneware | moss sky | 24 | 1500 | A kitchen-window pot with a glaze like boiled sweets.
Garden Pot, Combed | taperedpot | wave | terracotta | rust | 28 | 1700 | Waves are drawn with a wooden comb while the pot still turns.
Zinc Bucket Pot | taperedpot | hammer | zinc | steel | 16 | 800 | A bucket with a hole in it, on purpose.
Fibre Pot, Ribbed | taperedpot | rib | fibre | stone graphite | 32 | 1200 | Deep flutes like a column in a ruined temple, at half the weight.
Cylinder Pot, Speckled | cylinderpot | speckle | stoneware | ivory mint | 29 | 1700 | Straight sides, small speckles, a saucer that fits.
Cylinder Pot, Drip Glaze | cylinderpot | glaze | stoneware | denim plum | 34 | 1750 | The glaze is let run and caught just in time.
Striped Planter | cylinderpot | stripe | stoneware | chalk clay | 31 | 1700 | Two brushes, one wheel, no ruler.
Matt Cylinder Pot | cylinderpot | plain | fibre | sage black | 27 | 1100 | Quiet, matt and happy to be overlooked.
Dotted Planter, Señora | cylinderpot | dots | terracotta | coral | 28 | 1600 | Finger-painted dots, in rows that nearly meet.
Footed Planter, Oak Stand | footedpot | plain | stoneware | petrol ivory | 68 | 3800 | A round pot raised on oak, so the plant meets you halfway.
Footed Planter, Glazed | footedpot | glaze | stoneware | teal rust | 74 | 3900 | Dark at the rim and pale at the belly.
Footed Planter, Speckled | footedpot | speckle | fibre | stone sand | 62 | 3000 | For the fiddle-leaf fig you said you would not buy.
Footed Planter, Hammered | footedpot | hammer | zinc | brass | 79 | 2800 | Hammered metal on wooden legs, a little like a kettledrum.
Hanging Planter, Ribbed | hangingpot | rib | stoneware | sand sage | 36 | 1100 | Three cords, one ring, and trailing leaves all the way down.
Hanging Planter, Terracotta | hangingpot | plain | terracotta | terracotta | 32 | 1050 | For strings of pearls, hearts and other climbers-down.
Hanging Planter, Dipped | hangingpot | dip | stoneware | indigo coral | 38 | 1100 | Dipped while hanging, naturally.
Hanging Planter, Wave | hangingpot | wave | fibre | mist | 34 | 700 | Light enough for a curtain rail.
Window Trough | trough | plain | zinc | slate sage | 39 | 1900 | A trough for the sill, with feet so that it drains.
Herb Trough, Wood | trough | wood | fibre | oak | 44 | 2100 | Room for basil, thyme, parsley and an optimist's coriander.
Balcony Trough, Ribbed | trough | rib | fibre | terracotta graphite | 46 | 2200 | Fluted along the front, flat at the back, to sit close to the railing.
Watering Can, Long Spout | wateringcan | plain | zinc | sage mustard black | 48 | 900 | A long spout that reaches the back of the shelf without a flood.
Watering Can, Copper | wateringcan | hammer | zinc | copper | 64 | 950 | A little vain, for a watering can, and with reason.`,
}
