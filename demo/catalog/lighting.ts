import type { Category } from './shape.ts'

export const lighting: Category = {
  department: 'Living',
  name: 'Lighting',
  tags: ['light', 'home', 'evening'],
  makers: [
    { name: 'Studio Halden', place: 'Gothenburg, Sweden', works: 'metal oak' },
    { name: 'Lumen & Loom', place: 'Bristol, England', works: 'ceramic linen' },
    { name: 'Officina Vesper', place: 'Brescia, Italy', works: 'metal glass' },
    { name: 'Papier Levant', place: 'Lyon, France', works: 'paper' },
  ],
  materials: {
    metal: {
      name: 'Powder-coated steel and brass',
      says: [
        'The steel is spun on a lathe, then powder-coated in a soft matt finish.',
        'Brass fittings are left raw, and will mellow.',
      ],
      care: 'Dust with a dry cloth',
    },
    ceramic: {
      name: 'Glazed ceramic, linen shade',
      says: [
        'The base is thrown by hand and the shade is sewn from washed linen.',
        'Its glaze pools in the throwing lines, so the lamp is worth looking at when it is off, too.',
      ],
      care: 'Dust the shade with a soft brush',
    },
    glass: {
      name: 'Mouth-blown opal glass',
      says: [
        'Three layers of opal glass soften the bulb until only the glow is left.',
        'It is blown whole, with no seam to catch the eye.',
      ],
      care: 'Wipe with a damp cloth',
    },
    paper: {
      name: 'Washi paper over bamboo',
      says: [
        'Mulberry paper turns an ordinary bulb into something like a full moon.',
        'It folds flat for moving house, and weighs next to nothing.',
      ],
      care: 'Dust with a feather duster',
    },
    oak: {
      name: 'Oak and powder-coated steel',
      says: [
        'The joints are oak on steel and move with a fingertip.',
        'It keeps whatever pose you leave it in.',
      ],
      care: 'Dust with a dry cloth',
    },
  },
  kinds: {
    dome: { type: 'Table lamp', trim: 'brass', measures: 'Ø 30 × 36 cm, E27' },
    shade: {
      type: 'Table lamp',
      trim: 'brass',
      measures: 'Ø 34 × 52 cm, E27',
      axes: { Height: { '42 cm': 1, '52 cm': 1.2 }, Plug: { EU: 1, UK: 1, US: 1 } },
    },
    pendant: {
      type: 'Pendant lamp',
      trim: 'brass',
      measures: '2.5 m of fabric cord, E27',
      axes: { Size: { '30 cm': 1, '45 cm': 1.4 } },
    },
    globe: {
      type: 'Pendant shade',
      trim: 'oak',
      measures: 'E27, cord not included',
      axes: { Size: { '35 cm': 1, '50 cm': 1.35 } },
    },
    floorlamp: { type: 'Floor lamp', trim: 'brass', measures: '148 cm tall, E27' },
    tasklamp: { type: 'Desk lamp', trim: 'brass', measures: 'Reach 62 cm, E14' },
  },
  closings: [
    'With a warm bulb it makes any corner the best seat in the house.',
    'The cord is covered in cotton and long enough to reach.',
    'A light to read by, talk by, and leave on for whoever is home late.',
    'Bulb not included; we like 2,700 K.',
  ],
  models: `
Mushroom Lamp, Matt | dome | plain | metal | saffron sage ivory | 129 | 2200 | A friendly dome on a sturdy stem that lights the table and not your eyes.
Dome Lamp, Opal | dome | plain | glass | chalk blush | 169 | 2600 | Base and shade in one breath of glass, glowing from top to toe.
Bedside Dome, Small | dome | plain | metal | petrol coral | 89 | 1400 | The small one, for a stack of books and a glass of water.
Striped Dome Lamp | dome | stripe | metal | navy terracotta | 139 | 2250 | Bands are painted on while the shade spins, a little wider at the shoulder.
Ceramic Lamp, Linen Shade | shade | plain | ceramic | petrol oat | 119 | 2800 | A calm lamp with a round belly, for sideboards and window sills.
Speckled Lamp, Tapered Shade | shade | speckle | ceramic | ivory | 124 | 2750 | The speckles come from the clay itself and rise through the glaze in the kiln.
Gourd Lamp, Reactive Glaze | shade | glaze | ceramic | moss rust | 138 | 2900 | Shaped like a gourd and glazed like a wet stone.
Wave Lamp, Combed Base | shade | wave | ceramic | sky | 129 | 2820 | Lines combed into the base catch the lamp's own light.
Schoolhouse Lamp, Enamel Blue | shade | plain | ceramic | indigo | 115 | 2600 | The lamp from every good headmistress's study, in a blue we mixed for it.
Pendant Lamp, Spun Steel | pendant | plain | metal | rust pine black | 98 | 1500 | A wide, low shade that gathers the table into one pool of light.
Workshop Pendant, Enamel | pendant | plain | metal | ivory graphite | 86 | 1450 | White inside, coloured outside, and as plain as the workshop it was drawn for.
Hammered Pendant | pendant | hammer | metal | copper brass | 148 | 1600 | Hammered by hand until the light comes off it in coins.
Glass Pendant, Smoke | pendant | plain | glass | smoke amber | 159 | 2100 | Tinted glass for over the dinner table, where candlelight used to do the work.
Ribbed Pendant, Long Cord | pendant | rib | metal | sage blush | 112 | 1520 | Fine ribs pressed into the steel make a soft gradient down the shade.
Paper Globe | globe | plain | paper | ivory | 39 | 420 | The classic moon, in paper that grows warmer with the years.
Paper Globe, Tinted | globe | plain | paper | apricot mint | 45 | 430 | Dyed in the pulp, so the colour glows rather than sits on top.
Opal Globe, Brass Cap | globe | plain | glass | chalk | 118 | 2300 | A plain globe on a brass cap, the full stop of ceiling lamps.
Reading Lamp, Curved Neck | floorlamp | plain | metal | black sage | 189 | 5200 | It leans over your shoulder like a well-read friend.
Floor Lamp, Bell Shade | floorlamp | plain | metal | ivory rust | 199 | 5400 | A bell on a long stem, with a foot heavy enough for a household with a dog.
Pharmacy Floor Lamp, Brass | floorlamp | plain | metal | brass graphite | 229 | 5600 | Turns, tilts and slides, with one small knob for all three.
Task Lamp, Two Arms | tasklamp | plain | metal | sage black mustard | 119 | 2400 | Two arms, three joints, and light exactly where the work is.
Architect Lamp, Oak Joints | tasklamp | plain | oak | ivory slate | 139 | 2500 | A drawing-office lamp with oak where others have plastic.
Piano Lamp, Low | tasklamp | plain | metal | brass forest | 128 | 2300 | Low and directional, for sheet music, seedlings and late letters.
Clamp Lamp, Söder | tasklamp | plain | metal | coral sky | 84 | 1500 | Clamps to a shelf, a headboard or the edge of a bench.
Atelier Lamp, Ribbed Shade | tasklamp | rib | metal | petrol cognac | 124 | 2350 | A ribbed shade that stays cool enough to steer with a fingertip.`,
}
