import type { Category } from './shape.ts'

export const camping: Category = {
  department: 'Garden & Outdoor',
  name: 'Camping',
  tags: ['outdoor', 'camping', 'summer'],
  makers: [
    { name: 'Nordsti', place: 'Tromsø, Norway', works: 'ripstop steel' },
    { name: 'Cairn & Canvas', place: 'Keswick, England', works: 'canvas' },
    { name: 'Tejidos Brisa', place: 'Mérida, Mexico', works: 'cotton' },
    { name: 'Kettle & Crane', place: 'Sheffield, England', works: 'steel enamel' },
  ],
  materials: {
    canvas: {
      name: 'Cotton canvas, proofed',
      says: [
        'Cotton breathes, so you wake up warm and not wet.',
        'The canvas swells in the rain and shuts it out.',
      ],
      care: 'Dry fully before packing',
    },
    ripstop: {
      name: 'Recycled ripstop',
      says: [
        'A grid of stronger threads stops a tear before it travels.',
        'Taped seams and a floor that comes up the sides keep the weather where it is.',
      ],
      care: 'Rinse and dry in the shade',
    },
    cotton: {
      name: 'Hand-loomed cotton',
      says: [
        'Woven on a standing loom by a cooperative of forty families.',
        'The weave gives in every direction, which is the secret of the thing.',
      ],
      care: 'Wash at 30 °C, dry flat',
    },
    steel: {
      name: 'Double-walled stainless steel',
      says: [
        'Hot for twelve hours, cold for twenty-four, and dry on the outside throughout.',
        'The lid comes apart for cleaning and can be replaced.',
      ],
      care: 'Wash with a bottle brush',
    },
    enamel: {
      name: 'Enamelled steel',
      says: [
        'Enamel on steel can sit in the embers and come up smiling.',
        'A chip is not a fault; it is a date.',
      ],
      care: 'Dishwasher safe',
    },
  },
  kinds: {
    tent: {
      type: 'Tent',
      trim: 'oak',
      measures: 'Packs to 70 × 22 cm',
      axes: { Size: { '2 person': 1, '4 person': 1.4 } },
    },
    dometent: {
      type: 'Tent',
      trim: 'brass',
      measures: 'Two doors, two porches',
      axes: { Size: { '2 person': 1, '3 person': 1.2 } },
    },
    hammock: { type: 'Hammock', trim: 'oak', measures: '220 × 150 cm, holds 180 kg' },
    flask: {
      type: 'Flask',
      trim: 'steel',
      measures: 'Cup lid',
      axes: { Volume: { '0.5 l': 1, '0.75 l': 1.2, '1 l': 1.35 } },
    },
    bottle: {
      type: 'Water bottle',
      trim: 'black',
      measures: 'Carry loop',
      axes: { Volume: { '0.5 l': 1, '0.75 l': 1.15 } },
    },
    lantern: { type: 'Lantern', trim: 'steel', measures: '26 cm tall, burns 20 hours' },
    enamelmug: { type: 'Enamel mug', trim: 'navy', measures: 'Ø 9 × 8 cm, 350 ml' },
  },
  closings: [
    'Pack it last, so it comes out first.',
    'Tested by us in Scotland, in June, in hail.',
    'It weighs less than the things you will leave behind next time.',
    'Best used a long way from a road.',
  ],
  models: `
Ridge Tent, Canvas | tent | plain | canvas | saffron olive | 389 | 9800 | Two poles, one ridge, and the sound of rain as it should be.
Trekking Tent, Light | tent | plain | ripstop | forest rust | 329 | 2400 | Pitches in four minutes, three with practice.
Tipi Tent, Striped | tent | stripe | canvas | ivory | 449 | 12500 | Room for the family, and headroom for the proud.
Children's Tent, Garden | tent | dots | canvas | coral | 129 | 3600 | For expeditions to the far end of the lawn.
Dome Tent, Three Season | dometent | plain | ripstop | olive coral | 289 | 2900 | Two crossed poles and a porch on each side.
Dome Tent, Alpine | dometent | plain | ripstop | saffron | 419 | 3100 | Low, tight and calm in a wind that is none of those.
Festival Tent, Striped | dometent | stripe | ripstop | teal | 149 | 2700 | Easy to find again at three in the morning.
Hammock, Fringed | hammock | stripe | cotton | coral indigo | 89 | 1400 | A broad hammock with a fringe, for two books or one person.
Hammock, Plain Weave | hammock | weave | cotton | natural sage | 79 | 1350 | Undramatic, strong and hard to get out of, morally.
Travel Hammock, Parachute | hammock | plain | ripstop | petrol mustard | 54 | 520 | Packs into its own pocket, the size of an orange.
Quilted Hammock | hammock | quilt | cotton | rose | 109 | 2100 | Padded for the cooler months.
Flask, Forest | flask | plain | steel | forest slate | 34 | 390 | A flask that closes with one turn and never leaks in the bag.
Flask, Hammered Finish | flask | hammer | steel | copper | 42 | 410 | A finish that hides the years before they happen.
Thermos, Striped | flask | stripe | steel | ivory | 38 | 400 | Soup for one, tea for two, or courage for the ferry.
Flask, Speckled | flask | speckle | steel | mist clay | 36 | 390 | Speckled like a guillemot's egg.
Thermal Flask, Wander | flask | plain | steel | saffron plum | 34 | 390 | The bright one, easy to find in the snow.
Water Bottle, Loop Cap | bottle | plain | steel | sky coral | 26 | 300 | A wide mouth for ice, a loop for a finger.
Water Bottle, Leaf Print | bottle | leaf | steel | mint | 29 | 300 | Ferns, etched lightly into the coat.
Water Bottle, Matt | bottle | plain | steel | black lavender | 26 | 300 | Matt on the outside, silent in the bag.
Water Bottle, Wave | bottle | wave | steel | denim | 28 | 300 | For pools, gyms and long meetings.
Storm Lantern | lantern | plain | enamel | brick forest | 58 | 1100 | A proper storm lantern that burns on when the wind gets up.
Porch Lantern, Galvanised | lantern | hammer | enamel | steel | 64 | 1150 | Galvanised, with a handle and a steady flame.
Garden Lantern, Small | lantern | plain | enamel | saffron sky | 44 | 780 | For the table, the steps and the last guests.
Enamel Mug, Speckled | enamelmug | speckle | enamel | ivory sky | 14 | 160 | The mug that tastes of wood smoke, even at the office.
Enamel Mug, Café au Lait | enamelmug | plain | enamel | sand pine | 13 | 160 | A thick blue rim and a colour like milky coffee.`,
}
