import type { Category } from './shape.ts'

export const tableware: Category = {
  department: 'Home & Kitchen',
  name: 'Tableware',
  tags: ['table', 'ceramics', 'handmade'],
  makers: [
    { name: 'Harbour Kiln', place: 'Aarhus, Denmark', works: 'stoneware' },
    { name: 'Olaria do Vale', place: 'Alcobaça, Portugal', works: 'stoneware earthenware' },
    { name: 'Weißdorn Porzellan', place: 'Selb, Germany', works: 'porcelain' },
    { name: 'Moulin Clair', place: 'Limoges, France', works: 'porcelain' },
    { name: 'Terra Quieta', place: 'Faenza, Italy', works: 'earthenware' },
  ],
  materials: {
    stoneware: {
      name: 'Stoneware, fired at 1,240 °C',
      says: [
        'The clay is dense and a little heavy in the hand, and the glaze breaks to a warmer tone along every edge.',
        'It is thrown on the wheel in small batches, so no two pieces are quite the same.',
        'A lead-free glaze inside and out makes it ready for the oven, the microwave and every day.',
      ],
      care: 'Dishwasher and microwave safe',
    },
    porcelain: {
      name: 'Hard porcelain',
      says: [
        'The porcelain is thin enough to let the light through at the rim, and far tougher than it looks.',
        'It is cast, dried for a week and fired twice, which leaves a surface as smooth as an eggshell.',
      ],
      care: 'Dishwasher safe',
    },
    earthenware: {
      name: 'Glazed earthenware',
      says: [
        'Soft red earthenware shows through where the glaze runs thin, as it has in this workshop for three generations.',
        'The glaze is brushed on by hand; look closely and you can follow each stroke.',
      ],
      care: 'Wash by hand in warm water',
    },
  },
  kinds: {
    mug: { type: 'Mug', trim: 'oak', measures: 'Ø 8.5 × 9.5 cm, 330 ml' },
    bowl: { type: 'Bowl', trim: 'oak', measures: 'From Ø 14 cm', axes: { Size: { Small: 1, Large: 1.5 } } },
    plate: {
      type: 'Plate',
      trim: 'oak',
      measures: 'From Ø 21 cm',
      axes: { Size: { '21 cm': 1, '27 cm': 1.35 } },
    },
    jug: { type: 'Jug', trim: 'oak', measures: '22 cm tall, 1.2 l' },
    cups: { type: 'Cups', trim: 'oak', measures: 'Ø 7.5 × 8 cm, 180 ml each' },
    platter: { type: 'Platter', trim: 'oak', measures: '38 × 25 cm' },
  },
  closings: [
    'Plain enough for breakfast, good enough for guests, and easy to add to later.',
    'It mixes happily with the plates you already own.',
    'We use ours every morning, and it has only become better looking.',
    'Sold singly, because a table laid over the years is the nicest kind.',
  ],
  models: `
Stoneware Mug, Wide Handle | mug | speckle | stoneware | ivory sage slate | 22 | 380 | A generous mug with a handle that takes three fingers and a rim that is kind to the lip.
Morning Mug, Two-Tone | mug | dip | stoneware | clay petrol mustard | 24 | 390 | Dipped by hand to just above the waist, so the bare clay stays warm and dry where you hold it.
Porcelain Mug, Straight Wall | mug | plain | porcelain | chalk mist | 19 | 260 | A tall straight mug for people who like their coffee long and their table quiet.
Café Mug, Blue Stripe | mug | stripe | porcelain | chalk | 21 | 280 | Hand-painted bands, one broad and one narrow, after the mugs of a station café that closed long ago.
Potter's Mug, Drip Glaze | mug | glaze | stoneware | moss rust | 26 | 410 | The glaze is poured, not brushed, and stops wherever it likes.
Speckled Breakfast Bowl | bowl | speckle | stoneware | oat mist | 18 | 420 | Deep enough for porridge, wide enough for fruit, and small enough to hold in one hand by the window.
Noodle Bowl, High Foot | bowl | plain | stoneware | petrol brick | 29 | 620 | A high foot keeps the heat from the fingers, and a broad rim leaves room for a pair of chopsticks.
Serving Bowl, Ripple | bowl | wave | earthenware | teal apricot | 42 | 1350 | A wide bowl for salads and Sunday potatoes, with a ripple combed into the wet clay.
Porcelain Rice Bowl | bowl | plain | porcelain | chalk blush | 16 | 210 | Light, thin and nicely balanced, with a slight outward turn at the rim.
Crème Bowl, Reactive Glaze | bowl | glaze | stoneware | sand denim | 24 | 560 | Cream at the foot, darker at the rim, and a new horizon on every bowl.
Dinner Plate, Raised Rim | plate | speckle | stoneware | ivory sage graphite | 24 | 720 | The raised rim keeps sauces where they belong and makes the plate easy to carry.
Porcelain Plate, Coupe | plate | plain | porcelain | chalk mist | 21 | 540 | A plate without a rim, gently curved from the middle to the edge, that lets the food do the talking.
Earthenware Plate, Olive Leaf | plate | leaf | earthenware | butter mint | 27 | 680 | Leaves are painted freely around the plate by one of four painters, who each sign the back.
Side Plate, Polka Dot | plate | dots | earthenware | coral sky | 17 | 430 | A cheerful plate for cake, toast and the last slice of anything.
Stoneware Plate, Wave | plate | wave | stoneware | teal stone | 26 | 740 | Combed lines run across the plate like sand after the tide.
Garden Jug, Tall | jug | plain | stoneware | ivory pine | 48 | 1100 | A jug for water at lunch and branches of blossom in the spring.
Milk Jug, Dipped | jug | dip | stoneware | denim rose | 39 | 780 | It pours cleanly to the last drop; we tested nineteen spouts to be sure.
Earthenware Pitcher, Sgraffito | jug | leaf | earthenware | saffron | 54 | 1240 | The pattern is scratched through the slip while it is still damp, which leaves no room for second thoughts.
Porcelain Water Jug | jug | plain | porcelain | chalk lavender | 52 | 860 | A slim jug with a soft shoulder that fits the door of the fridge.
Stacking Cups, Set of Two | cups | plain | stoneware | mustard mint terracotta | 28 | 360 | Two small cups that sit one inside the other and take up no more room than one.
Espresso Cups, Set of Two | cups | speckle | stoneware | graphite ivory | 26 | 280 | Thick walls keep a short coffee hot for as long as it lasts.
Porcelain Tumblers, Set of Two | cups | plain | porcelain | blush mist | 32 | 300 | Handleless cups for tea, wine or a handful of garden flowers.
Oval Platter, Speckled | platter | speckle | stoneware | mist sand | 46 | 1300 | Long enough for a whole fish and handsome enough to leave on the sideboard.
Harvest Platter, Glazed Edge | platter | plain | earthenware | fern cognac | 58 | 1620 | A big, slightly uneven platter made to be carried to the table with both hands.
Smørrebrød Platter | platter | plain | porcelain | chalk | 44 | 980 | A flat oval made for open sandwiches, cheese, or a row of small cakes.`,
}
