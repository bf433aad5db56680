import type { Category } from './shape.ts'

export const scarves: Category = {
  department: 'Apparel',
  name: 'Scarves & Hats',
  tags: ['accessories', 'gift'],
  makers: [
    { name: 'Skerry Knits', place: 'Lerwick, Scotland', works: 'wool' },
    { name: 'Loomstead', place: 'Galway, Ireland', works: 'wool linen' },
    { name: 'Cappelleria Tosi', place: 'Montevarchi, Italy', works: 'felt straw' },
    { name: 'Soie Légère', place: 'Lyon, France', works: 'silk linen' },
  ],
  materials: {
    wool: {
      name: 'Soft lambswool',
      says: [
        'The wool is milled until it is soft enough for the neck of a complainer.',
        'It holds its shape, sheds the drizzle and needs no fuss.',
      ],
      care: 'Wash by hand, dry flat',
    },
    linen: {
      name: 'Washed linen',
      says: [
        'Loosely woven, so it weighs nothing and dries on the way home.',
        'The edges are rolled and sewn by hand.',
      ],
      care: 'Wash at 30 °C',
    },
    silk: {
      name: 'Silk twill',
      says: [
        'The twill is printed in Como, seven screens and one steady hand.',
        'It is light enough to fold into a pocket, and too good to stay there.',
      ],
      care: 'Dry clean, or hand wash with courage',
    },
    felt: {
      name: 'Wool felt',
      says: [
        'The felt is blocked over a wooden form and steamed until it remembers.',
        'A leather band inside sits softly on the forehead.',
      ],
      care: 'Brush with a soft brush',
    },
    straw: {
      name: 'Plaited wheat straw',
      says: [
        'The straw is plaited first and sewn into shape afterwards, round and round from the crown.',
        'It breathes, bends a little and always comes back.',
      ],
      care: 'Keep dry; reshape with steam',
    },
  },
  kinds: {
    scarf: { type: 'Scarf', trim: 'natural', measures: '190 × 35 cm with fringe' },
    shawl: { type: 'Shawl', trim: 'natural', measures: '180 × 90 cm' },
    beanie: { type: 'Beanie', trim: 'natural', measures: 'One size, double cuff' },
    bobble: { type: 'Bobble hat', trim: 'natural', measures: 'One size; the bobble comes off' },
    hat: {
      type: 'Hat',
      trim: 'navy wine forest',
      measures: 'Brim 7 cm',
      axes: { Size: { '56 cm': 1, '58 cm': 1, '60 cm': 1 } },
    },
    mittens: {
      type: 'Mittens',
      trim: 'natural',
      measures: 'Ribbed cuff 8 cm',
      axes: { Size: { 'S/M': 1, 'L/XL': 1 } },
    },
  },
  closings: [
    'It fits in a coat pocket and is missed when it is left on the train.',
    'Boxed in plain card, it is the easiest present we know.',
    'One of those small things that finish a winter coat.',
    'Made in short runs, so you will not meet yourself coming the other way.',
  ],
  models: `
Plaid Scarf, Fringed | scarf | plaid | wool | rust moss | 59 | 240 | A generous plaid, long enough to go round twice.
Lambswool Scarf, Plain | scarf | plain | wool | petrol oat mulberry | 49 | 210 | One colour, brushed on both sides, with a fringe twisted by hand.
Checked Scarf, Window | scarf | check | wool | navy | 54 | 220 | A thin pale line makes a window every ten centimetres.
Striped Scarf, College | scarf | stripe | wool | forest wine | 56 | 230 | Stripes from end to end, and no college in particular.
Ribbed Scarf, Chunky | scarf | rib | wool | mustard | 62 | 320 | A thick rib that stands up to the wind at the tram stop.
Linen Scarf, Washed | scarf | weave | linen | sage clay | 46 | 130 | A summer scarf for cool churches and cold aeroplanes.
Fair Isle Scarf | scarf | fairisle | wool | indigo | 68 | 260 | Every motif the knitter's mother knew, in order.
Silk Shawl, Leaf Print | shawl | leaf | silk | teal coral | 98 | 90 | A scatter of leaves with a hand-rolled edge.
Wool Shawl, Feather Light | shawl | weave | wool | lavender sand | 79 | 170 | So fine that the whole shawl slips through a ring.
Dotted Shawl, Silk | shawl | dots | silk | navy | 94 | 90 | Small dots on deep blue, as worn by someone who knows.
Travel Shawl, Linen | shawl | plain | linen | natural rose | 64 | 190 | Blanket, pillow, curtain, scarf.
Rippled Shawl, Étoile | shawl | wave | wool | plum | 84 | 180 | A wave runs through the weave and moves when you do.
Ribbed Beanie | beanie | rib | wool | teal black rust | 34 | 90 | A deep cuff, a rounded crown and no itching.
Fisherman Beanie, Short | beanie | knit | wool | mustard navy | 32 | 80 | Worn above the ears, for style, or over them, for sense.
Cabled Beanie | beanie | cable | wool | ivory | 38 | 100 | Six cables meet at the top, neatly.
Speckled Beanie, Donegal | beanie | speckle | wool | moss slate | 36 | 90 | Flecked with all the colours that were left over.
Bobble Hat, Fair Isle | bobble | fairisle | wool | mulberry petrol | 44 | 120 | Stars, stripes, and a bobble the size of a tangerine.
Bobble Hat, Striped | bobble | stripe | wool | brick | 39 | 115 | Three stripes for sledging in.
Bobble Hat, Plain Rib | bobble | rib | wool | saffron forest | 36 | 110 | The plain one, for people whose coat does the talking.
Wide-Brim Hat, Felt | hat | plain | felt | cognac graphite | 98 | 180 | A soft brim that turns up, down or one of each.
Straw Hat, Ribbon Band | hat | weave | straw | sand | 69 | 140 | A hat for the allotment, the regatta and the second glass.
Gardening Hat, Straw | hat | weave | straw | natural | 54 | 150 | Broad brim, chin cord, and air enough for a long day of weeding.
Mittens, Twisted Yarn | mittens | knit | wool | indigo oat | 36 | 110 | Lined with fleece, joined by a cord if you ask nicely.
Mittens, Fair Isle | mittens | fairisle | wool | wine | 42 | 120 | A different pattern on the palm, which only you will see.
Mittens, Ribbed Cuff | mittens | plain | wool | forest clay | 34 | 105 | Plain hands, long cuffs, warm wrists.`,
}
