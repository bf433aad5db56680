import type { Category } from './shape.ts'

const letters = { S: 1, M: 1, L: 1, XL: 1 }

export const knitwear: Category = {
  department: 'Apparel',
  name: 'Knitwear',
  tags: ['clothing', 'knit', 'warm'],
  makers: [
    { name: 'Fjell Ullvare', place: 'Bergen, Norway', works: 'lambswool shetland' },
    { name: 'Skerry Knits', place: 'Lerwick, Scotland', works: 'shetland' },
    { name: 'Maglia Bruna', place: 'Biella, Italy', works: 'merino cashmere' },
    { name: 'Tern & Tide', place: 'Falmouth, England', works: 'cotton lambswool' },
  ],
  materials: {
    lambswool: {
      name: 'Pure lambswool',
      says: [
        'The first shearing is the softest, and this is nothing else.',
        'It is knitted to shape and linked by hand, with no bulky seams.',
      ],
      care: 'Wash by hand, dry flat',
    },
    shetland: {
      name: 'Shetland wool',
      says: [
        'Shetland wool is crisp, airy and nearly indestructible.',
        'The colours are spun from dyed fleece, so each holds six or seven others.',
      ],
      care: 'Wash by hand, dry flat',
    },
    merino: {
      name: 'Extra-fine merino',
      says: [
        'Merino this fine can be worn on the skin, all day, in all seasons.',
        'It keeps its shape in a suitcase and airs clean overnight.',
      ],
      care: 'Wool wash at 30 °C',
    },
    cashmere: {
      name: 'Two-ply cashmere',
      says: [
        'Two-ply cashmere, knitted a little tighter than usual so that it pills less.',
        'It blooms with the first wash and goes on softening for years.',
      ],
      care: 'Wash by hand, dry flat',
    },
    cotton: {
      name: 'Combed cotton',
      says: [
        'A dry, cool cotton knit for summer evenings and sea winds.',
        'Knitted in one direction only, so the sleeves never grow.',
      ],
      care: 'Wash at 30 °C, dry flat',
    },
  },
  kinds: {
    jumper: {
      type: 'Jumper',
      trim: 'walnut',
      measures: 'Regular fit, set-in sleeve',
      axes: { Size: letters },
    },
    rollneck: {
      type: 'Rollneck',
      trim: 'walnut',
      measures: 'Regular fit, folded neck',
      axes: { Size: letters },
    },
    cardigan: {
      type: 'Cardigan',
      trim: 'walnut',
      measures: 'Easy fit, five horn buttons',
      axes: { Size: letters },
    },
    veeneck: { type: 'Jumper', trim: 'walnut', measures: 'Regular fit', axes: { Size: letters } },
    vest: {
      type: 'Vest',
      trim: 'walnut',
      measures: 'Short body, to wear over a shirt',
      axes: { Size: letters },
    },
  },
  closings: [
    'A card of matching yarn comes with it, for the elbow that goes first.',
    'Fold it, do not hang it, and it will see you through a dozen winters.',
    'Good over a shirt, better under a coat, best by the sea.',
    'Knitted to order in small runs; when a colour is gone, it is gone until next year.',
  ],
  models: `
Cable Knit Jumper | jumper | cable | lambswool | mustard ivory | 139 | 720 | Broad cables front and back, after a jumper found in a harbour shop.
Crew Neck Jumper, Lambswool | jumper | plain | lambswool | denim rust | 98 | 480 | A plain crew neck, in the weight you wear from October to May.
Fair Isle Yoke Jumper | jumper | fairisle | shetland | petrol wine | 149 | 560 | Five colours, two at a time, row upon row.
Fisherman's Rib Jumper | jumper | rib | lambswool | navy | 144 | 820 | A springy rib that closes around you like a harbour wall.
Chunky Knit Jumper | jumper | knit | lambswool | oat | 158 | 950 | Big stitches, big sleeves, big pockets of warm air.
Breton Jumper, Cotton | jumper | stripe | cotton | ivory | 89 | 520 | The stripe goes with everything, including paint.
Merino Crew, Fine Gauge | jumper | plain | merino | forest slate | 92 | 300 | Thin enough for under a jacket, warm enough without one.
Speckled Donegal Jumper | jumper | speckle | shetland | moss | 134 | 610 | Flecks of every other colour in the mill.
Lighthouse Jumper, Striped | jumper | stripe | lambswool | brick | 112 | 540 | Broad bands that can be seen from the far end of the pier.
Cashmere Crew | jumper | plain | cashmere | rose ash | 219 | 290 | A simple jumper made of something that is not simple at all.
Rollneck, Merino | rollneck | plain | merino | black clay | 98 | 330 | A neat neck that folds twice and stays where you put it.
Rollneck, Fisherman Knit | rollneck | rib | lambswool | wine | 154 | 860 | Made for boats, kept for bus stops.
Rollneck, Cabled | rollneck | cable | lambswool | ivory | 162 | 880 | A high collar and three cables, and the scarf can stay at home.
Cashmere Rollneck | rollneck | plain | cashmere | oat | 249 | 340 | A thin, warm column of cashmere for the coldest month.
Chunky Rollneck, Søren | rollneck | knit | lambswool | teal | 159 | 980 | The kind of neck you can disappear into.
Shawl Cardigan, Walnut Buttons | cardigan | knit | lambswool | oat moss | 164 | 920 | A cardigan with the dignity of a dressing gown and the manners of a jacket.
Everyday Cardigan, Merino | cardigan | plain | merino | navy blush | 108 | 360 | Light, buttoned, and always on the back of the chair.
Cabled Cardigan | cardigan | cable | shetland | pine | 159 | 840 | Cables down both fronts, and pockets deep enough for cold hands.
Waffle Cardigan, Cotton | cardigan | check | cotton | sage | 94 | 540 | For the hour after the swim.
Fair Isle Cardigan | cardigan | fairisle | shetland | indigo | 172 | 620 | Stranded by hand-powered machine, and matched across the buttons.
Vee Neck, Lambswool | veeneck | plain | lambswool | plum olive | 96 | 450 | A shallow vee that shows a collar and hides a button.
Cricket Jumper | veeneck | cable | cotton | ivory | 118 | 640 | Cables and a deep vee, for long afternoons of very little happening.
Fine Vee Neck, Merino | veeneck | rib | merino | mustard | 89 | 280 | A whisper of a jumper in a confident colour.
Fair Isle Vest | vest | fairisle | shetland | pine mulberry | 98 | 320 | Grandfather's vest, shortened at both ends.
Cable Vest, Crème | vest | cable | lambswool | ivory | 86 | 340 | One layer more, with the arms left free for digging, typing and waving.`,
}
