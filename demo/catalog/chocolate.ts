import type { Category } from './shape.ts'

export const chocolate: Category = {
  department: 'Food & Tea',
  name: 'Chocolate',
  tags: ['food', 'sweet', 'gift'],
  makers: [
    { name: 'Cacao Minuit', place: 'Brussels, Belgium', works: 'dark milk filled' },
    { name: 'Zuckerhut & Söhne', place: 'Vienna, Austria', works: 'filled milk' },
    { name: 'Tostado', place: 'Barcelona, Spain', works: 'dark cocoa' },
    { name: 'Bean & Bow', place: 'Bristol, England', works: 'dark milk cocoa' },
  ],
  materials: {
    dark: {
      name: 'Cocoa beans and cane sugar',
      says: [
        'Roasted, ground and moulded under one roof, from beans bought from one cooperative.',
        'Two ingredients and three days in the conche.',
      ],
      care: 'Keep at 16 to 18 °C. May contain traces of nuts',
    },
    milk: {
      name: 'Cocoa, alpine milk, cane sugar',
      says: [
        'Half cocoa and half good milk, and no more sugar than that needs.',
        'It snaps like dark and melts like milk.',
      ],
      care: 'Contains milk. May contain traces of nuts',
    },
    filled: {
      name: 'Chocolate with filling',
      says: ['Filled, dipped and marked with a fork by hand.', 'Made on a Tuesday and sent on a Wednesday.'],
      care: 'Contains milk and nuts. Eat within six weeks',
    },
    cocoa: {
      name: 'Cocoa, lightly alkalised',
      says: [
        'Pressed gently, so that enough butter stays to make it round.',
        'Two spoons, hot milk, a whisk.',
      ],
      care: 'Keep dry',
    },
  },
  kinds: {
    bar: {
      type: 'Chocolate bar',
      trim: 'brass',
      measures: 'About 70 g',
      axes: { Pack: { 'Single bar': 1, 'Pack of 5': 4.6 } },
    },
    milkbar: {
      type: 'Chocolate bar',
      trim: 'brass',
      measures: 'About 70 g',
      axes: { Pack: { 'Single bar': 1, 'Pack of 5': 4.6 } },
    },
    whitebar: { type: 'Chocolate bar', trim: 'brass', measures: 'About 70 g' },
    stack: { type: 'Tasting set', trim: 'brass', measures: 'Three bars of 70 g' },
    pralines: {
      type: 'Pralines',
      trim: 'brass',
      measures: 'Boxed by hand',
      axes: { Count: { '12 pieces': 1, '24 pieces': 1.9 } },
    },
    cocoatin: { type: 'Drinking chocolate', trim: 'brass', measures: 'Tin, 250 g' },
    truffles: { type: 'Truffles', trim: 'brass', measures: 'About 20 pieces, 220 g' },
  },
  closings: [
    'Share it, or do not; we will not ask.',
    'Best at room temperature and about four in the afternoon.',
    'Wrapped by hand in paper we had a good time choosing.',
    'If it is for a present, order two.',
  ],
  models: `
Dark Chocolate 72 %, Peru | bar | leaf | dark | forest | 7 | 75 | Red fruit, a little dried fig, and a long dry finish.
Dark Chocolate 85 %, Ghana | bar | plain | dark | graphite | 7 | 75 | Deep and steady, for people who mean it.
Dark Chocolate, Sea Salt | bar | wave | dark | teal | 7 | 75 | Flakes of salt, on one side only, so you can choose.
Dark Chocolate, Orange Peel | bar | dots | dark | apricot | 8 | 75 | Candied peel from bitter oranges.
Dark Chocolate, Chilli | bar | stripe | dark | brick | 7 | 75 | Warm at first and honest later.
Dark Chocolate 100 % | bar | plain | dark | black | 8 | 75 | Nothing but the bean.
Milk Chocolate 45 %, Alpine | milkbar | plain | milk | sky | 6 | 75 | The milk chocolate you remember, made the way you remember it.
Milk Chocolate, Hazelnut | milkbar | dots | milk | cognac | 7 | 80 | Whole Piedmont nuts, and plenty of them.
Milk Chocolate, Caramel | milkbar | wave | milk | honey | 7 | 75 | Crumbs of burnt caramel all the way through.
Milk Chocolate, Gingerbread | milkbar | plaid | milk | rust | 7 | 75 | December in seventy grams.
White Chocolate, Raspberry | whitebar | dots | milk | rose | 7 | 75 | Freeze-dried berries, to wake the white chocolate up.
White Chocolate, Matcha | whitebar | leaf | milk | fern | 8 | 75 | Sweet and grassy in equal measure.
Almond Brittle Bar, Crème | milkbar | stripe | filled | ivory | 7 | 80 | Brittle under milk chocolate, as loud as it should be.
Tasting Set, Three Origins | stack | plain | dark | petrol | 19 | 260 | Peru, Ghana and Madagascar, side by side.
Tasting Set, Milk to Dark | stack | stripe | milk | coral | 19 | 260 | Forty-five, sixty, seventy-two: find your number.
Tasting Set, Spice Route | stack | dots | dark | saffron | 21 | 260 | Chilli, cardamom and smoked salt.
Praline Box, Classic | pralines | plain | filled | wine | 18 | 240 | Nougat, marzipan, caramel, and one that is always gone first.
Praline Box, Nut | pralines | plain | filled | cocoa | 19 | 250 | Six nuts, two ways each.
Praline Box, Spring Flowers | pralines | leaf | filled | lilac | 21 | 240 | Violet, rose, elderflower and lime blossom.
Petits Fours au Chocolat | pralines | stripe | filled | blush | 24 | 260 | Small squares with very straight edges.
Drinking Chocolate, Dark | cocoatin | stripe | cocoa | rust | 14 | 340 | Thick enough to hold a spoon upright, if you wait.
Drinking Chocolate, Cinnamon | cocoatin | plain | cocoa | cognac | 14 | 340 | True cinnamon and a pinch of salt.
Baking Cocoa, Extra Brut | cocoatin | plain | cocoa | graphite | 12 | 340 | For brownies so dark they have their own weather.
Cocoa-Dusted Truffles | truffles | speckle | filled | mist | 22 | 280 | Butter, cream and dark chocolate, rolled in cocoa.
Earl Grey Truffles | truffles | plain | filled | blush | 26 | 280 | Cream infused with black tea and bergamot, in a thin shell.`,
}
