import type { Category } from './shape.ts'

const boots = { '38': 1, '39': 1, '40': 1, '41': 1, '42': 1 }
const few = { '38': 1, '40': 1, '42': 1, '44': 1 }

export const shoes: Category = {
  department: 'Apparel',
  name: 'Boots & Shoes',
  tags: ['footwear', 'lasting'],
  makers: [
    { name: 'Sapataria Douro', place: 'Felgueiras, Portugal', works: 'leather suede canvas' },
    { name: 'Thornbury Last', place: 'Northampton, England', works: 'leather' },
    { name: 'Träskor Ek', place: 'Båstad, Sweden', works: 'nubuck' },
    { name: 'Marais & Fils', place: 'Romans-sur-Isère, France', works: 'suede rubber' },
    { name: 'Wetherby Rubber', place: 'Dumfries, Scotland', works: 'rubber' },
  ],
  materials: {
    leather: {
      name: 'Full-grain leather, welted',
      says: [
        'The sole is stitched, not glued, so any cobbler can replace it.',
        'The leather is tanned with oak bark and takes a year to reach its best.',
      ],
      care: 'Brush, then a little cream',
    },
    suede: {
      name: 'Calf suede',
      says: [
        'Dense suede with a short nap that brushes clean.',
        'Lined in soft calf, so that bare feet are welcome.',
      ],
      care: 'Brush when dry; spray before rain',
    },
    nubuck: {
      name: 'Nubuck on a wooden sole',
      says: [
        'The sole is alder, carved to the foot and shod in rubber.',
        'They loosen in a week and last for ten years.',
      ],
      care: 'Brush; oil the wood now and then',
    },
    canvas: {
      name: 'Cotton canvas, natural rubber',
      says: [
        'Heavy canvas on a sole of natural rubber, sewn around the edge.',
        'Breathable, washable, resoleable.',
      ],
      care: 'Wash by hand, dry in the shade',
    },
    rubber: {
      name: 'Natural rubber',
      says: [
        'The boot is built up by hand from twenty-eight pieces of natural rubber.',
        'A cotton lining keeps it from clinging.',
      ],
      care: 'Rinse; keep out of the sun',
    },
  },
  kinds: {
    chelsea: { type: 'Boots', trim: 'chestnut', measures: 'Heel 3 cm, shaft 13 cm', axes: { Size: boots } },
    laceup: {
      type: 'Boots',
      trim: 'tan',
      measures: 'Heel 3 cm, six eyelets',
      axes: { Size: few, Width: { Regular: 1, Wide: 1 } },
    },
    derby: { type: 'Shoes', trim: 'tan', measures: 'Heel 2.5 cm, three eyelets', axes: { Size: few } },
    trainer: { type: 'Trainers', trim: 'sage rust indigo', measures: 'Sole 2.8 cm', axes: { Size: few } },
    clog: { type: 'Clogs', trim: 'beech', measures: 'Heel 4 cm', axes: { Size: few } },
    welly: { type: 'Wellington boots', trim: 'tan', measures: 'Shaft 36 cm', axes: { Size: few } },
  },
  closings: [
    'If they do not fit, we pay for the way back.',
    'Half sizes: take the smaller in leather, the larger in rubber.',
    'Good for another sole after the first, and another after that.',
    'They come in a cotton bag, for the shelf or the suitcase.',
  ],
  models: `
Chelsea Boots, Oiled Leather | chelsea | plain | leather | cognac black | 219 | 1250 | A clean, elastic-sided boot with a loop to pull it on by.
Chelsea Boots, Suede | chelsea | plain | suede | sand navy | 198 | 1150 | The same last, dressed down in suede.
Chelsea Boots, Waxed | chelsea | plain | leather | forest | 229 | 1280 | Waxed on the outside, for people who walk there.
Work Boots, Welted | laceup | plain | leather | chestnut | 249 | 1500 | Six eyelets, a stout toe and a sole that means it.
Hiking Boots, Town & Trail | laceup | plain | suede | moss | 219 | 1350 | At home on gravel, forgiven on parquet.
Winter Boots, Shearling Lined | laceup | plain | leather | cognac | 279 | 1620 | Lined to the toes, with a tread that grips wet stone.
Service Boots, Pebbled | laceup | hammer | leather | black | 259 | 1520 | Pebbled leather that hides a scuff as soon as it is made.
Derby Shoes, Plain Toe | derby | plain | leather | black chestnut | 189 | 980 | Three eyelets, one seam, nothing to explain.
Derby Shoes, Suede | derby | plain | suede | tan indigo | 179 | 920 | A soft shoe for people who stand up all day.
Gardener's Derby | derby | plain | rubber | moss | 69 | 840 | A rubber shoe you can hose down and wear to the shops.
Country Derby, Grained | derby | hammer | leather | cognac | 209 | 1050 | Grained leather and a double sole, for wet pavements.
Derby Shoes, Canvas | derby | weave | canvas | natural navy | 84 | 700 | The summer version, lighter by half.
Canvas Trainers, Low | trainer | weave | canvas | ivory denim | 79 | 720 | A plain low trainer with a sole that is sewn as well as glued.
Leather Trainers, Court | trainer | plain | leather | chalk | 139 | 820 | A white court shoe with one accent at the heel.
Suede Trainers, Retro | trainer | plain | suede | mustard petrol | 119 | 780 | As fast as the running shoes of 1974, and better looking.
Trainers, Striped Canvas | trainer | pinstripe | canvas | sky | 84 | 720 | Ticking stripes, like a deckchair for the feet.
Everyday Trainers, Grège | trainer | plain | leather | stone | 129 | 810 | Not quite grey and not quite beige, and so it goes with both.
Clogs, Nubuck | clog | plain | nubuck | sage cognac | 109 | 1100 | A wooden clog with a soft upper and a row of brass nails.
Clogs, Closed Heel Strap | clog | plain | nubuck | black | 119 | 1150 | With a strap that swings back for running after the bus.
Studio Clogs, Printed | clog | leaf | nubuck | coral | 124 | 1120 | Leaves pressed into the nubuck with a warm brass plate.
Clogs, Barn Red | clog | plain | nubuck | brick | 109 | 1100 | The red of every barn in Småland.
Wellington Boots, Tall | welly | plain | rubber | forest navy | 98 | 1900 | A tall boot with a buckle, for mud worth the name.
Rain Boots, Dotted | welly | dots | rubber | saffron | 84 | 1750 | For puddles, on purpose.
Wellington Boots, Striped | welly | stripe | rubber | petrol | 89 | 1800 | Bands of two blues, like the coast on a changeable day.
Garden Boots, Matt | welly | plain | rubber | olive brick | 92 | 1850 | Matt rubber that takes the dust of the potting shed kindly.`,
}
