import type { Category } from './shape.ts'

export const candles: Category = {
  department: 'Living',
  name: 'Candles & Scent',
  tags: ['candle', 'scent', 'gift'],
  makers: [
    { name: 'Wick & Wren', place: 'Bath, England', works: 'soy rapeseed' },
    { name: 'Cirier Bonvent', place: 'Grasse, France', works: 'soy oil' },
    { name: 'Imkerei Sonnleitner', place: 'Salzburg, Austria', works: 'beeswax' },
    { name: 'Lyseri Nord', place: 'Odense, Denmark', works: 'rapeseed beeswax' },
  ],
  materials: {
    soy: {
      name: 'Soy wax and cotton wick',
      says: [
        'Soy wax burns slow and clean, and the wick is cotton with nothing in it.',
        'It is poured by hand and left to set for two days, so the scent settles all the way down.',
      ],
      care: 'Trim the wick to 5 mm before each burn',
    },
    rapeseed: {
      name: 'Rapeseed wax from European fields',
      says: [
        'Rapeseed wax grows close by and gives a steady, creamy flame.',
        'The colour goes right through, so it looks as well at the end as at the start.',
      ],
      care: 'Keep out of draughts',
    },
    beeswax: {
      name: 'Pure beeswax',
      says: [
        'Pure beeswax smells faintly of the hive and needs no perfume.',
        'The wax comes from keepers we know by name.',
      ],
      care: 'A white bloom is natural; buff it off',
    },
    oil: {
      name: 'Fragrance oils in a plant base',
      says: [
        'The reeds draw up the oil slowly, for three months or so.',
        'It is mixed without alcohol, so the room smells of the thing and not of the bottle.',
      ],
      care: 'Turn the reeds once a week',
    },
  },
  kinds: {
    jarcandle: {
      type: 'Scented candle',
      trim: 'oak',
      measures: 'Ø 8 × 9 cm',
      axes: { Size: { '180 g': 1, '300 g': 1.4 } },
    },
    pillars: { type: 'Pillar candles', trim: 'oak', measures: 'Set of three, 8 to 20 cm' },
    tapers: {
      type: 'Taper candles',
      trim: 'brass',
      measures: '25 cm, about 8 hours each',
      axes: { Pack: { 'Box of 4': 1, 'Box of 8': 1.8 } },
    },
    tin: { type: 'Scented candle', trim: 'oak', measures: 'Ø 8 × 5 cm, 120 g' },
    diffuser: {
      type: 'Diffuser',
      trim: 'oak',
      measures: 'Eight reeds',
      axes: { Volume: { '100 ml': 1, '200 ml': 1.6 } },
    },
  },
  closings: [
    'Light it an hour before anyone arrives.',
    'When it is finished, the container makes a good home for pencils or matches.',
    'It comes wrapped in tissue, with a box of matches on the house.',
    'Quiet enough for the dinner table, present enough for the hall.',
  ],
  models: `
Candle, Fig Leaf & Cedar | jarcandle | plain | soy | fern | 29 | 480 | Green fig leaves in the sun with dry cedar underneath.
Candle, Amber & Smoke | jarcandle | plain | soy | amber | 32 | 480 | The last of the fire, a wool coat and something sweet.
Candle, Sea Salt & Sage | jarcandle | glaze | rapeseed | mist | 28 | 470 | A walk along the cliff with the wind off the water.
Candle, Rose & Black Tea | jarcandle | plain | soy | rose | 30 | 480 | Garden roses in a room where someone has just made tea.
Candle, Orange & Clove | jarcandle | speckle | rapeseed | apricot | 27 | 470 | An orange studded with cloves, hung in the window since the first of December.
Candle, Lavender Field | jarcandle | plain | soy | lavender | 28 | 480 | True lavender from above 800 metres, and a little hay.
Candle, Forest Floor | jarcandle | plain | soy | forest | 31 | 480 | Moss, wet bark and the first mushrooms.
Candle, Crème de Vanille | jarcandle | plain | soy | butter | 29 | 480 | Vanilla as it smells in the pod: warm, dark, not very sweet.
Candle, Library | jarcandle | plain | rapeseed | cognac | 33 | 490 | Leather, beeswax polish and paper older than you are.
Candle, Tomato Vine | jarcandle | plain | soy | brick | 30 | 480 | The smell on your fingers after tying up the tomatoes.
Pillar Candles, Set of Three | pillars | plain | rapeseed | ivory sage rust | 26 | 1400 | Three heights, one colour, and an instant still life.
Ribbed Pillars, Set of Three | pillars | rib | rapeseed | blush mustard | 32 | 1350 | Cast in a fluted mould, like very small columns.
Beeswax Pillars, Set of Three | pillars | plain | beeswax | honey | 44 | 1300 | Poured thick and left plain, for a long golden light.
Hammered Pillars, Set of Three | pillars | hammer | beeswax | honey ivory | 48 | 1320 | Rolled over a dimpled board while the wax is still warm.
Taper Candles | tapers | plain | rapeseed | rose petrol mustard | 14 | 320 | Dipped thirty times, slim at the top and steady at the foot.
Dipped Tapers, Two-Tone | tapers | dip | rapeseed | coral denim | 16 | 320 | Dipped once more in a second colour, as far as the hand dared.
Beeswax Tapers | tapers | plain | beeswax | honey | 22 | 330 | For birthdays, power cuts and ordinary Tuesdays.
Striped Tapers | tapers | stripe | rapeseed | navy brick | 17 | 320 | Barber-pole bands, wound on by hand.
Travel Candle, Neroli | tin | plain | soy | apricot | 16 | 190 | Orange blossom in a tin that closes tight.
Travel Candle, Mint & Thyme | tin | plain | soy | mint | 16 | 190 | The herb bed after rain, for hotel rooms.
Travel Candle, Sandalwood | tin | hammer | soy | copper | 18 | 200 | Creamy wood in a hammered tin, good for forty evenings.
Travel Candle, Pine Needle | tin | plain | rapeseed | pine | 15 | 190 | A whole wood, in the side pocket of a rucksack.
Reed Diffuser, White Tea | diffuser | plain | oil | smoke | 36 | 420 | Pale, clean and hardly there, in the way of good manners.
Reed Diffuser, Bergamot | diffuser | plain | oil | olive | 36 | 420 | Bright peel and bitter leaf for halls and bathrooms.
Reed Diffuser, Cèdre Noir | diffuser | plain | oil | graphite | 39 | 430 | Dark cedar, a little pepper, and the inside of an old chest.`,
}
