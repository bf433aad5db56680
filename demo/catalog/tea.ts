import type { Category } from './shape.ts'

const weights = { '50 g': 1, '250 g': 4 }
const short = { '80 g': 1, '200 g': 2.2 }

export const tea: Category = {
  department: 'Food & Tea',
  name: 'Loose Tea',
  tags: ['tea', 'food', 'gift'],
  makers: [
    { name: 'Leaf & Ladder', place: 'London, England', works: 'black green white' },
    { name: 'Teekontor Seeadler', place: 'Leer, Germany', works: 'black rooibos' },
    { name: 'Montagne Verte', place: 'Die, France', works: 'herbs' },
    { name: 'Uji Hills', place: 'Uji, Japan', works: 'green' },
    { name: 'Karoo Sun', place: 'Clanwilliam, South Africa', works: 'rooibos' },
  ],
  materials: {
    black: {
      name: 'Black tea',
      says: [
        'Whole leaves, picked in the second flush and fired the same day.',
        'Brew for three minutes, four if the day demands it.',
      ],
      care: '12 g to the litre, 95 °C, 3 to 4 minutes',
    },
    green: {
      name: 'Green tea',
      says: [
        'Steamed within hours of picking, so it keeps the green of the field.',
        'Cooler water brings out the sweetness and leaves the bitterness behind.',
      ],
      care: '10 g to the litre, 75 °C, 2 minutes',
    },
    white: {
      name: 'White tea',
      says: [
        'Only buds and the first leaf, withered in the open air.',
        'Steep it three times; the second is the best.',
      ],
      care: '12 g to the litre, 80 °C, 4 minutes',
    },
    rooibos: {
      name: 'Rooibos',
      says: [
        'Grown in one valley, cut in summer and dried on the ground in the sun.',
        'Free of caffeine, so the last pot can be as late as you like.',
      ],
      care: '12 g to the litre, boiling, 6 minutes',
    },
    herbs: {
      name: 'Organic herbs',
      says: [
        'Cut by hand above a thousand metres and dried in an attic.',
        'Nothing is added, and nothing is ground to dust.',
      ],
      care: '8 g to the litre, boiling, 7 minutes',
    },
  },
  kinds: {
    caddy: {
      type: 'Tea',
      trim: 'moss',
      measures: 'Tin with inner lid',
      axes: { Weight: { '100 g': 1, '200 g': 1.8 } },
    },
    pouch: { type: 'Tea', trim: 'moss', measures: 'Resealable paper pouch', axes: { Weight: weights } },
    teabox: {
      type: 'Tea bags',
      trim: 'rose mustard sage',
      measures: 'Bags of unbleached paper, no staple',
      axes: { Count: { '20 bags': 1, '50 bags': 2.2 } },
    },
    brewed: { type: 'Tea', trim: 'amber', measures: 'Tin with a tasting cup', axes: { Weight: short } },
  },
  closings: [
    'Keep it closed, dry, and away from the coffee.',
    "From this year's harvest; the lot number is on the bottom.",
    'Good without milk, better in company.',
    'It makes about forty cups, more if you are generous with the water.',
  ],
  models: `
Darjeeling Second Flush | caddy | plain | black | amber | 16 | 190 | Muscat grapes, warm wood and a bright, quick finish.
Earl Grey, Bergamot Peel | caddy | stripe | black | denim | 14 | 190 | Real bergamot from Calabria, and rather a lot of it.
Smoky Lapsang | caddy | plain | black | graphite | 15 | 190 | Pine smoke on dark leaves, for people who like whisky and weather.
Sencha, First Harvest | caddy | leaf | green | fern | 18 | 190 | Sea air and sweet peas, in a cup the colour of a new leaf.
Genmaicha, Roasted Rice | caddy | dots | green | olive | 13 | 190 | Green tea with toasted rice; it tastes like coming home.
Silver Needle | caddy | plain | white | mist | 29 | 190 | Downy buds, cucumber and honey, and very little else.
Ostfriesen Blend | caddy | wave | black | navy | 12 | 190 | Strong, malty and made for rock sugar and cream.
Breakfast Tea, Malty | pouch | plain | black | brick | 7 | 60 | Assam with a little Kenya, to hold up a slice of toast.
Masala Chai | pouch | plain | black | rust | 8 | 60 | Cardamom, ginger, clove and pepper, crushed and not powdered.
Jasmine Pearls | pouch | leaf | green | lilac | 14 | 60 | Rolled by hand and scented five nights running with fresh flowers.
Moroccan Mint | pouch | plain | green | mint | 7 | 60 | Gunpowder green and spearmint, to be poured from a height.
Hōjicha, Dark Roast | pouch | plain | green | cocoa | 9 | 60 | Roasted until it smells of hazelnuts and autumn.
White Peony | pouch | plain | white | blush | 12 | 60 | Soft, round, and a little like melon.
Rooibos, Plain Red | pouch | plain | rooibos | terracotta | 6 | 60 | Naturally sweet and the colour of the sun at six.
Rooibos, Orange & Vanilla | pouch | dots | rooibos | apricot | 7 | 60 | Orange peel and whole vanilla, for children and other late risers.
Mountain Herbs | pouch | leaf | herbs | sage | 7 | 60 | Thyme, savory, lime flower and a pinch of marigold.
Chamomile Flowers | teabox | plain | herbs | butter | 6 | 90 | Whole flowers, which open again in the cup.
Fennel, Anise & Caraway | teabox | plain | herbs | moss | 5 | 90 | The cure for most dinners.
Peppermint, Whole Leaf | teabox | dots | herbs | pine | 5 | 90 | Cool, clean, and good hot or over ice.
English Breakfast Bags | teabox | plain | black | wine | 6 | 100 | A proper cup before you are properly awake.
Lemon Verbena | teabox | leaf | herbs | lemon | 6 | 80 | Bright as a lemon and with none of the sharpness.
Rosehip & Hibiscus | teabox | plain | herbs | mulberry | 6 | 100 | Tart, red and full of summer.
Afternoon Tasting Set | brewed | plain | black | petrol | 24 | 320 | Our favourite black tea, with a cup of the right size for it.
Matcha Starter Set | brewed | plain | green | fern | 38 | 340 | Bright green powder, a bowl and a few kind instructions.
Evening Rooibos Set | brewed | stripe | rooibos | rust | 22 | 320 | A calm red tea and a cup to hold in both hands.`,
}
