import type { Category } from './shape.ts'

const letters = { S: 1, M: 1, L: 1, XL: 1 }

export const shirts: Category = {
  department: 'Apparel',
  name: 'Shirts & Tops',
  tags: ['clothing', 'shirt'],
  makers: [
    { name: 'Alfaiate Norte', place: 'Guimarães, Portugal', works: 'linen poplin flannel' },
    { name: 'Tern & Tide', place: 'Falmouth, England', works: 'jersey twill' },
    { name: 'Atelier Grive', place: 'Lille, France', works: 'linen twill' },
    { name: 'Kumo Shirting', place: 'Okayama, Japan', works: 'poplin flannel denim' },
    { name: 'Costa Lenta', place: 'Barcelos, Portugal', works: 'jersey denim' },
  ],
  materials: {
    linen: {
      name: 'European linen, 160 g/m²',
      says: [
        'The linen is woven in Lithuania and washed before it is cut, so it will not shrink again.',
        'It wears cool, dries in an hour and never quite needs ironing.',
      ],
      care: 'Wash at 40 °C, dry on the line',
    },
    poplin: {
      name: 'Long-staple cotton poplin',
      says: [
        'The poplin is crisp at first and then, after five washes, perfect.',
        'Seams are felled and sewn at eight stitches to the centimetre.',
      ],
      care: 'Wash at 40 °C',
    },
    flannel: {
      name: 'Brushed cotton flannel',
      says: [
        'Brushed on both sides, for warmth where it meets you and softness where it meets others.',
        'The yarn is dyed before weaving, so the pattern is the same inside and out.',
      ],
      care: 'Wash at 30 °C',
    },
    twill: {
      name: 'Cotton twill, 240 g/m²',
      says: [
        'A firm twill that softens at the elbows long before it thins.',
        'Made for work, kept for weekends.',
      ],
      care: 'Wash at 40 °C',
    },
    denim: {
      name: 'Cotton denim, 7 oz',
      says: [
        'The indigo fades where you bend, and nobody else fades quite like you.',
        'Washed once, left to you for the rest.',
      ],
      care: 'Wash at 30 °C, inside out',
    },
    jersey: {
      name: 'Organic cotton jersey, 190 g/m²',
      says: [
        'The jersey is knitted on old, slow machines and keeps its shape at the neck.',
        'Heavy enough to drape, light enough to forget.',
      ],
      care: 'Wash at 40 °C',
    },
  },
  kinds: {
    shirt: {
      type: 'Shirt',
      trim: 'beech',
      measures: 'Regular fit; the model is 184 cm and wears M',
      axes: { Size: letters },
    },
    bandshirt: { type: 'Shirt', trim: 'beech', measures: 'Relaxed fit, side vents', axes: { Size: letters } },
    campshirt: { type: 'Shirt', trim: 'beech', measures: 'Boxy fit, straight hem', axes: { Size: letters } },
    overshirt: {
      type: 'Overshirt',
      trim: 'walnut',
      measures: 'Roomy, to wear over a jumper',
      axes: { Size: letters },
    },
    tee: { type: 'T-shirt', trim: 'beech', measures: 'Straight fit', axes: { Size: letters } },
    longtee: { type: 'Top', trim: 'beech', measures: 'Straight fit, long sleeves', axes: { Size: letters } },
  },
  closings: [
    'Buttons are corozo nut, sewn on to stay, with a spare inside the hem.',
    'Wear it open, tucked, or with the sleeves rolled twice.',
    'Cut to be borrowed: it suits most people who try it on.',
    'True to size; take the larger one if you like air.',
  ],
  models: `
Linen Shirt, Band Collar | bandshirt | plain | linen | indigo natural | 89 | 260 | A collarless shirt with a soft band and five buttons, for days above twenty degrees.
Linen Shirt, Point Collar | shirt | plain | linen | sky sage | 95 | 280 | The shirt you pack first, because it looks right at the market and at dinner.
Linen Shirt, Pinstripe | shirt | pinstripe | linen | denim | 98 | 280 | Fine stripes, a hand apart from formal.
Grandad Shirt, Brushed | bandshirt | pinstripe | flannel | natural rust | 84 | 330 | A night-shirt collar on a day shirt, brushed for warmth.
Poplin Shirt, Classic | shirt | plain | poplin | chalk sky | 79 | 230 | A white shirt should be boring in the best possible way, and this one is.
Poplin Shirt, Bengal Stripe | shirt | pinstripe | poplin | indigo | 82 | 230 | Even stripes with a crisp collar that stands without stays.
Oxford Shirt, Button Pocket | shirt | weave | poplin | blush mist | 86 | 290 | A basket weave with body, and a collar that rolls.
Flannel Shirt, Highland Plaid | shirt | plaid | flannel | brick moss | 92 | 340 | A plaid in two greens and a little red, for woodpiles and slow breakfasts.
Flannel Shirt, Buffalo Check | shirt | check | flannel | rust navy | 89 | 340 | Big squares, soft nap, no lumberjacks required.
Camp Shirt, Botanical | campshirt | leaf | linen | coral teal | 88 | 220 | An open collar and a leaf print that matches across the pocket.
Camp Shirt, Awning Stripe | campshirt | stripe | poplin | saffron sky | 78 | 210 | The stripes of a good beach café.
Camp Shirt, Polka Dot | campshirt | dots | poplin | navy | 76 | 210 | Small dots, a square hem, and a holiday in every pocket.
Camp Shirt, Plain Linen | campshirt | plain | linen | sage clay | 82 | 220 | The plainest shirt we make and the one that sells out.
Overshirt, Cotton Twill | overshirt | plain | twill | moss navy | 119 | 520 | Half shirt, half jacket, with two pockets that hold a paperback.
Overshirt, Checked Flannel | overshirt | check | flannel | pine | 124 | 540 | A thick checked layer for the first cold mornings.
Chore Overshirt, Denim | overshirt | weave | denim | denim | 128 | 560 | Cut like a French work jacket, in a denim light enough to tuck.
Quilted Overshirt | overshirt | quilt | twill | olive | 148 | 620 | A thin layer of wadding, quilted in diamonds, that goes under any coat.
Sailor Tee, Breton Stripe | longtee | stripe | jersey | ivory | 59 | 260 | A boat neck and twenty-one stripes, give or take.
Long-Sleeve Tee, Heavy | longtee | plain | jersey | slate clay | 54 | 270 | A plain top of heavy jersey with a ribbed cuff.
Waffle Henley | longtee | check | jersey | oat | 62 | 280 | A waffle knit that traps the warm air next to you.
Everyday Tee | tee | plain | jersey | chalk graphite | 34 | 190 | The neck does not stretch, the hem does not twist; that is all we ask of a tee.
Pocketless Tee, Garment-Dyed | tee | plain | jersey | petrol rose | 38 | 190 | Dyed after it is sewn, which gives the seams their faded look.
Striped Tee | tee | stripe | jersey | ivory | 39 | 190 | Painterly stripes knitted in, not printed on.
Pointelle Tee | tee | dots | jersey | butter lilac | 42 | 170 | Tiny holes in a neat pattern, for the very hottest days.
Sunday Tee, Linen Jersey | tee | speckle | linen | mint | 46 | 150 | Linen yarn knitted into jersey, with flecks of the undyed fibre.`,
}
