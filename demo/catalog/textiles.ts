import type { Category } from './shape.ts'

export const textiles: Category = {
  department: 'Living',
  name: 'Cushions & Throws',
  tags: ['textiles', 'soft', 'home'],
  makers: [
    { name: 'Tecelagem Serra', place: 'Covilhã, Portugal', works: 'wool cotton' },
    { name: 'Fjell Ullvare', place: 'Bergen, Norway', works: 'wool' },
    { name: 'Maison Orée', place: 'Roubaix, France', works: 'linen velvet' },
    { name: 'Loomstead', place: 'Galway, Ireland', works: 'wool linen' },
    { name: 'Indigo Lane', place: 'Jaipur, India', works: 'cotton' },
  ],
  materials: {
    wool: {
      name: 'Pure new wool',
      says: [
        'The wool is spun thick and washed soft, with a little lanolin left in.',
        'It keeps you warm without weighing on you, and airs clean overnight.',
      ],
      care: 'Air often; wool wash at 30 °C',
    },
    linen: {
      name: 'Stonewashed European linen',
      says: [
        'The linen is washed with stones until the creases look deliberate.',
        'Cool in summer, dry in winter, and softer after every wash.',
      ],
      care: 'Wash at 40 °C',
    },
    cotton: {
      name: 'Organic cotton',
      says: [
        'The cotton is hand-loomed, with a slub here and there to prove it.',
        'It is dyed in small vats and dried in the sun.',
      ],
      care: 'Wash at 40 °C',
    },
    velvet: {
      name: 'Cotton velvet',
      says: [
        'The pile is short and dense and takes the light like still water.',
        'A hidden zip keeps both sides good.',
      ],
      care: 'Wash at 30 °C, inside out',
    },
  },
  kinds: {
    cushion: {
      type: 'Cushion',
      trim: 'natural',
      measures: 'With feather insert',
      axes: { Size: { '45 × 45 cm': 1, '60 × 60 cm': 1.4 } },
    },
    lumbar: { type: 'Cushion', trim: 'natural', measures: '60 × 35 cm, with feather insert' },
    roundpillow: { type: 'Cushion', trim: 'natural', measures: 'Ø 42 cm, filled with kapok' },
    throwfold: {
      type: 'Throw',
      trim: 'natural',
      measures: '140 × 200 cm',
      axes: { Size: { '130 × 180 cm': 1, '150 × 220 cm': 1.3 } },
    },
    drape: { type: 'Blanket', trim: 'oak', measures: '130 × 180 cm with fringe' },
  },
  closings: [
    'Throw it over the arm of the sofa and wait for the weather to turn.',
    'One is good; three in different sizes is better.',
    'It has been through the wash twenty times in our house, and looks the happier for it.',
    'Folded at the foot of the bed it does the work of a painting.',
  ],
  models: `
Linen Cushion, Window Check | cushion | check | linen | indigo sage | 49 | 720 | A large, loose check with piping along the edge.
Wool Cushion, Herringbone | cushion | weave | wool | oat slate rust | 56 | 760 | A classic herringbone in two shades so close that you notice it only near by.
Velvet Cushion, Piped | cushion | plain | velvet | forest mulberry saffron | 52 | 700 | Plain velvet, a neat piped edge, and a colour that carries across the room.
Leaf Print Cushion | cushion | leaf | cotton | fern apricot | 42 | 650 | Printed by hand with carved blocks, leaf by leaf.
Quilted Cushion, Diamond | cushion | quilt | cotton | blush mist | 46 | 740 | Hand-quilted in diamonds with a single white thread.
Polka Cushion, Block Print | cushion | dots | cotton | coral navy | 39 | 640 | The dots are stamped one at a time, and lean this way and that.
Fair Isle Cushion | cushion | fairisle | wool | petrol wine | 62 | 780 | Knitted in the round, with the floats as tidy inside as out.
Lumbar Cushion, Stripe | lumbar | stripe | linen | clay denim | 44 | 520 | A long, low cushion with tassels at the corners for the small of the back.
Lumbar Cushion, Pinstripe | lumbar | pinstripe | cotton | navy sand | 41 | 510 | Fine ticking stripes, as on the mattresses of our grandmothers.
Ribbed Lumbar Cushion | lumbar | rib | velvet | mustard moss | 48 | 540 | Corduroy velvet with deep, even ribs.
Wave Lumbar Cushion | lumbar | wave | cotton | teal rose | 43 | 520 | A rolling line runs from end to end in thick embroidery thread.
Round Cushion, Pleated | roundpillow | plain | velvet | mustard blush petrol | 54 | 680 | Twelve pleats meet under one covered button.
Round Cushion, Linen | roundpillow | weave | linen | natural clay | 47 | 640 | Firm enough for the floor, pretty enough for the bed.
Wool Throw, Fringed | throwfold | weave | wool | oat slate rust | 98 | 1100 | A proper winter throw with a twisted fringe.
Mohair Throw, Brushed | throwfold | plain | wool | rose mint | 139 | 900 | Brushed until it stands up like a cloud with opinions.
Linen Bedspread, Light | throwfold | plain | linen | natural sage | 128 | 1300 | The one layer you keep when the nights turn warm.
Cotton Throw, Waffle | throwfold | check | cotton | ivory apricot | 69 | 950 | A deep waffle that dries fast and stays fluffy.
Cable Knit Throw | throwfold | cable | wool | ivory petrol | 149 | 1600 | Cables as thick as a wrist, knitted on needles to match.
Quilt, Hand-Stitched | throwfold | quilt | cotton | sky terracotta | 159 | 1500 | Three layers and some nine thousand stitches, all of them visible.
Plaid Blanket, Highland | drape | plaid | wool | moss brick | 109 | 1050 | A plaid with room for two on a cold bench.
Striped Blanket, Beach | drape | stripe | cotton | teal coral | 59 | 820 | For the sand, the sofa and the back seat of the car.
Blanket, Fair Isle Border | drape | fairisle | wool | navy wine | 129 | 1180 | Rows of small stars, and never a row repeated.
Picnic Blanket, Checked | drape | check | wool | brick pine | 84 | 1250 | Close-woven so that the grass stays outside.
Baby Blanket, Pointelle | drape | dots | cotton | butter lilac | 49 | 480 | Soft, small, and destined to be dragged about by one corner.
Rippled Blanket, Überwurf | drape | wave | wool | indigo sand | 118 | 1120 | The pattern is woven in, so it is the same on both sides in opposite colours.`,
}
