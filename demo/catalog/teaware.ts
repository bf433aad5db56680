import type { Category } from './shape.ts'

export const teaware: Category = {
  department: 'Home & Kitchen',
  name: 'Teapots & Coffee',
  tags: ['tea', 'coffee', 'table'],
  makers: [
    { name: 'Harbour Kiln', place: 'Aarhus, Denmark', works: 'stoneware' },
    { name: 'Kettle & Crane', place: 'Sheffield, England', works: 'steel enamel' },
    { name: 'Glashütte Lerche', place: 'Zwiesel, Germany', works: 'glass' },
    { name: 'Minato Works', place: 'Nagoya, Japan', works: 'castiron stoneware' },
    { name: 'Vetreria Lume', place: 'Empoli, Italy', works: 'glass' },
  ],
  materials: {
    stoneware: {
      name: 'Glazed stoneware',
      says: [
        'Thick stoneware walls hold the heat for a second cup.',
        'The unglazed foot will not mark the table, and the lid sits snugly while you pour.',
      ],
      care: 'Dishwasher safe; the strainer lifts out',
    },
    steel: {
      name: 'Brushed stainless steel',
      says: [
        'The steel is brushed, not polished, so fingerprints keep to themselves.',
        'Every part unscrews for cleaning and can be ordered again.',
      ],
      care: 'Dishwasher safe',
    },
    enamel: {
      name: 'Enamelled steel',
      says: [
        'Two coats of enamel over steel shrug off knocks and boil quickly on any stove, induction too.',
        'The enamel is fused at 820 °C and does not hold flavours.',
      ],
      care: 'Wipe clean with a soft cloth',
    },
    glass: {
      name: 'Borosilicate glass',
      says: [
        'The glass takes boiling water straight from the kettle and does not cloud.',
        'It is blown by mouth into a wooden mould, which leaves the faintest ripple.',
      ],
      care: 'Dishwasher safe; mind the rim',
    },
    castiron: {
      name: 'Cast iron, enamelled inside',
      says: [
        'Cast iron warms slowly and stays warm through a long conversation.',
        'Each pot is cast in sand and finished by hand.',
      ],
      care: 'Rinse with hot water and dry at once',
    },
  },
  kinds: {
    teapot: {
      type: 'Teapot',
      trim: 'oak',
      measures: '14 cm tall',
      axes: { Volume: { '0.6 l': 1, '1.1 l': 1.3 } },
    },
    carafe: { type: 'Carafe', trim: 'oak', measures: '26 cm tall, 1 l' },
    press: {
      type: 'Coffee press',
      trim: 'oak',
      measures: 'Ø 10 cm',
      colourOption: 'Finish',
      axes: { Volume: { '350 ml': 1, '1 l': 1.4 } },
    },
    dripper: { type: 'Coffee dripper', trim: 'oak', measures: 'Dripper and 500 ml server' },
    kettle: { type: 'Kettle', trim: 'beech', measures: '21 cm tall, 1.5 l' },
    beaker: { type: 'Tea cups', trim: 'oak', measures: 'Ø 7 × 8.5 cm, 200 ml each' },
  },
  closings: [
    'Leave it out on the shelf; it is too good for the cupboard.',
    'A small thing that makes the slow part of the morning slower, in the best way.',
    'It comes in a plain box, padded with paper, ready to give away.',
    'Spare lids and parts are always in stock, so it need never be thrown out.',
  ],
  models: `
Round Teapot, Oak Knob | teapot | plain | stoneware | moss ivory clay | 58 | 980 | A round-bellied teapot that pours in a clean arc and never dribbles.
Speckled Teapot, Low | teapot | speckle | stoneware | oat denim | 62 | 1020 | Low, broad and steady, with a handle that stays cool.
Cast Iron Teapot, Hobnail | teapot | hammer | castiron | black petrol | 84 | 1480 | Rows of small bumps spread the heat, and give the fingers something to read while the leaves open.
Cast Iron Teapot, Smooth | teapot | plain | castiron | graphite brick | 79 | 1440 | All curve and no ornament, with a fine steel strainer inside.
Glazed Teapot, Drip Line | teapot | glaze | stoneware | teal plum | 66 | 1040 | Two glazes meet halfway, and the line between them is never in the same place.
Enamel Teapot, Picnic | teapot | plain | enamel | sky butter | 46 | 640 | Light enough for the picnic basket and cheerful enough to stay on the table afterwards.
Wave Teapot, Combed | teapot | wave | stoneware | sage rust | 69 | 1060 | Fine lines are combed around the pot while it turns, in one breath.
Water Carafe, Wood Collar | carafe | plain | glass | glass smoke | 44 | 620 | A clear carafe with an oak collar that stays dry when the glass does not.
Iced Tea Carafe | carafe | plain | glass | mint amber | 48 | 680 | Wide shoulders leave room for lemon, mint and a good deal of ice.
Bedside Carafe | carafe | plain | glass | lavender sky | 36 | 450 | A small carafe of tinted glass that turns the night light into something gentle.
Wine Decanter, Soft Shoulder | carafe | plain | glass | smoke | 64 | 790 | Opens a young red in half an hour and looks composed while doing it.
Coffee Press, Brushed Steel | press | plain | steel | steel copper | 52 | 720 | A sturdy press with a double mesh, for a full cup with nothing gritty at the bottom.
Travel Press, Small Frame | press | plain | steel | black steel | 46 | 540 | The same press, made slimmer for a desk, a tent or a hotel room.
Hammered Coffee Press | press | hammer | steel | brass copper | 69 | 780 | The bands are hammered by hand before the frame is closed around the glass.
Pour-Over Set, Stoneware | dripper | plain | stoneware | ivory graphite | 54 | 890 | Dripper and server together, for two unhurried cups.
Pour-Over Set, Speckled | dripper | speckle | stoneware | sand mist | 56 | 900 | Spiral ribs inside let the coffee breathe while it runs.
Dipped Dripper Set | dripper | dip | stoneware | petrol coral | 59 | 905 | The cone is dipped in colour as far as the water will reach.
Enamel Kettle, Beech Handle | kettle | plain | enamel | pine ivory mustard | 64 | 1250 | A stove-top kettle with a wide base that boils in four minutes and a handle you can hold.
Hearth Kettle, Cast Iron | kettle | hammer | castiron | black | 98 | 2100 | A kettle with the weight of an heirloom, made for the stove, the fire and the long haul.
Steel Kettle, Gooseneck | kettle | plain | steel | steel copper | 72 | 980 | A slender spout gives you the slow thin stream that good coffee asks for.
Whistling Kettle, Köln | kettle | plain | enamel | brick sky | 59 | 1180 | It whistles on two notes, so you will know it from the neighbour's.
Tea Cups, Set of Two | beaker | dip | stoneware | clay sage | 29 | 440 | Two straight cups, half glazed and half bare, that are pleasant to hold when full.
Yunomi Cups, Set of Two | beaker | glaze | stoneware | moss indigo | 34 | 460 | Tall cups in the Japanese manner, a little different from each other by design.
Latte Beakers, Set of Two | beaker | speckle | stoneware | ivory blush | 32 | 520 | Room for a double shot and plenty of milk, with a thumb-shaped dent where your thumb goes.
Striped Tea Cups, Set of Two | beaker | stripe | stoneware | chalk apricot | 31 | 450 | Painted on the wheel with one loaded brush, round and round until it ran dry.`,
}
