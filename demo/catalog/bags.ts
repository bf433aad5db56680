import type { Category } from './shape.ts'

export const bags: Category = {
  department: 'Garden & Outdoor',
  name: 'Backpacks & Bags',
  tags: ['bag', 'travel', 'everyday'],
  makers: [
    { name: 'Cairn & Canvas', place: 'Keswick, England', works: 'waxed canvas' },
    { name: 'Nordsti', place: 'Tromsø, Norway', works: 'nylon waxed' },
    { name: 'Pelle Piana', place: 'Florence, Italy', works: 'leather' },
    { name: 'Velo Südwind', place: 'Freiburg, Germany', works: 'nylon canvas' },
  ],
  materials: {
    waxed: {
      name: 'Waxed cotton and bridle leather',
      says: [
        'Waxed cotton keeps the rain out and creases like an old map.',
        'Straps are bridle leather, cut thick and edged by hand.',
      ],
      care: 'Sponge clean; rewax once a year',
    },
    canvas: {
      name: 'Heavy cotton canvas',
      says: [
        'A 500-gram canvas that stands up on its own, even empty.',
        'Every point of strain is riveted as well as sewn.',
      ],
      care: 'Spot clean',
    },
    nylon: {
      name: 'Recycled nylon, welded seams',
      says: [
        'The cloth was once a fishing net and is now a good deal drier.',
        'Welded seams, no needle holes, nothing to leak.',
      ],
      care: 'Wipe with a damp cloth',
    },
    leather: {
      name: 'Vegetable-tanned leather',
      says: [
        'It starts pale and ends the colour of tea, by way of every place you take it.',
        'Stitched with waxed linen thread.',
      ],
      care: 'A little balm now and then',
    },
  },
  kinds: {
    rolltop: { type: 'Backpack', trim: 'cognac', measures: '48 × 30 × 15 cm, 18 to 24 l' },
    daypack: {
      type: 'Backpack',
      trim: 'cognac',
      measures: '44 × 30 × 16 cm, laptop to 15 in',
      axes: { Volume: { '16 l': 1, '22 l': 1.15 } },
    },
    rucksack: {
      type: 'Rucksack',
      trim: 'cognac',
      measures: '52 × 34 × 18 cm',
      axes: { Volume: { '28 l': 1, '38 l': 1.2 } },
    },
    tote: { type: 'Tote bag', trim: 'cognac chestnut tan', measures: '40 × 38 × 14 cm' },
    duffel: {
      type: 'Duffel bag',
      trim: 'cognac',
      measures: 'Cabin size at 35 l',
      axes: { Volume: { '35 l': 1, '55 l': 1.25 } },
    },
    sling: { type: 'Sling bag', trim: 'chestnut', measures: '32 × 18 × 9 cm, 4 l' },
  },
  closings: [
    'Repairs are free for as long as we are in business.',
    'There is a pocket for the bottle, one for the keys, and one you will find in a month.',
    'It has crossed two borders by train and one by accident.',
    'The straps are wide, the buckles are metal and nothing flaps.',
  ],
  models: `
Rolltop Backpack, Waxed | rolltop | plain | waxed | mustard forest slate | 149 | 1150 | Rolls down for the library and up for the greengrocer.
Rolltop Backpack, Weatherproof | rolltop | plain | nylon | teal black | 129 | 890 | A commuter's bag that does not mind a fortnight of rain.
Rolltop Backpack, Canvas | rolltop | weave | canvas | natural denim | 119 | 1050 | A plain, strong sack with straps in the right place.
Quilted Rolltop | rolltop | quilt | nylon | rust | 139 | 820 | Light padding all round, for cameras and eggs.
Striped Rolltop, Marché | rolltop | stripe | canvas | oat | 124 | 1050 | Awning stripes, and room for a baguette at full length.
Daypack, Classic | daypack | plain | nylon | petrol brick | 89 | 680 | A school bag that grew up and got a job.
Daypack, Waxed Cotton | daypack | plain | waxed | olive navy | 129 | 920 | Soft, quiet, and better after the first winter.
Daypack, Checked Lining | daypack | weave | canvas | graphite sage | 98 | 840 | Sober outside, checked within.
Daypack, Leather | daypack | plain | leather | cognac | 289 | 1350 | One hide, one maker, one bag.
Little Daypack, Dotted | daypack | dots | nylon | coral sky | 54 | 380 | For small backs with important things to carry.
Rucksack, Twin Strap | rucksack | plain | waxed | moss tan | 179 | 1500 | Two straps, three pockets and a lid that keeps its word.
Mountain Rucksack | rucksack | plain | nylon | saffron forest | 159 | 1300 | For huts, long paths and the cheese at the top.
Scout Rucksack, Canvas | rucksack | plain | canvas | olive | 138 | 1450 | The one from the photograph of your grandfather.
Weekend Rucksack, Plaid | rucksack | plaid | canvas | brick | 144 | 1480 | Two nights, one book, no iron.
Market Tote, Striped | tote | stripe | canvas | natural sky | 49 | 480 | Carries a week of vegetables with the leeks sticking out.
Canvas Tote, Leather Handles | tote | plain | canvas | indigo natural rust | 64 | 560 | A bag with shoulders, in every sense.
Leather Tote, Unlined | tote | plain | leather | tan black | 198 | 820 | Raw inside, burnished outside, with one pocket for a telephone.
Leaf Print Tote | tote | leaf | canvas | fern | 46 | 430 | Printed by hand, so the leaves are never in quite the same place.
Quilted Tote | tote | quilt | nylon | lavender moss | 72 | 420 | Soft as an eiderdown and weighs about as much.
Duffel Bag, Waxed | duffel | plain | waxed | navy forest | 189 | 1600 | Opens wide, closes tight and fits above the seat.
Gym Duffel, Striped | duffel | stripe | canvas | slate coral | 94 | 980 | For swimming things, or cheese.
Weekender, Leather | duffel | plain | leather | cognac | 349 | 2100 | The bag that makes the hotel give you a better room.
Dry Duffel, Welded | duffel | plain | nylon | saffron teal | 139 | 1200 | Boats, roofs, sidecars.
Sling Bag, Quilted | sling | quilt | nylon | rust graphite | 69 | 340 | Worn in front, behind, or as an argument for fewer things.
Sling Bag, Leather | sling | plain | leather | chestnut | 129 | 460 | Passport, pen, pastilles.`,
}
