import type { Category } from './shape.ts'

export const preserves: Category = {
  department: 'Food & Tea',
  name: 'Honey & Preserves',
  tags: ['food', 'pantry', 'gift'],
  makers: [
    { name: 'Imkerei Sonnleitner', place: 'Salzburg, Austria', works: 'honey' },
    { name: 'Miel des Causses', place: 'Millau, France', works: 'honey' },
    { name: 'Larder & Lane', place: 'Ludlow, England', works: 'fruit syrup' },
    { name: 'Bärenhof', place: 'Freising, Germany', works: 'fruit syrup' },
    { name: 'Casa Limoneira', place: 'Silves, Portugal', works: 'fruit' },
  ],
  materials: {
    honey: {
      name: 'Raw honey, nothing added',
      says: [
        'It is spun cold, strained once and put straight into the jar.',
        'It may set with time; stand it in warm water and it will think again.',
      ],
      care: 'Keep at room temperature. Not for children under one year',
    },
    fruit: {
      name: 'Fruit, cane sugar, lemon',
      says: [
        'Boiled in small copper pans, twelve jars at a time.',
        'More fruit than sugar, and you can taste which one won.',
      ],
      care: 'Once open, keep cold and eat within a month',
    },
    syrup: {
      name: 'Fruit and flower syrup',
      says: [
        'Steeped overnight, pressed in the morning, bottled by noon.',
        'One part to seven of water, still or with bubbles.',
      ],
      care: 'Once open, keep cold',
    },
  },
  kinds: {
    honeyjar: {
      type: 'Honey',
      trim: 'brass',
      measures: 'Glass jar',
      axes: { Weight: { '250 g': 1, '500 g': 1.8 } },
    },
    jamjar: { type: 'Jam', trim: 'rose sage mustard sky blush mist', measures: 'Glass jar, 230 g' },
    syrup: {
      type: 'Syrup',
      trim: 'oak',
      measures: 'Glass bottle',
      axes: { Volume: { '250 ml': 1, '500 ml': 1.7 } },
    },
    honeyset: { type: 'Gift set', trim: 'oak', measures: 'Three jars of 125 g and a dipper' },
  },
  closings: [
    'On toast, in tea, from the spoon.',
    'The jar is worth keeping, too.',
    'Made once a year, and gone by spring.',
    'It turns a plain piece of bread into the reason for breakfast.',
  ],
  models: `
Acacia Honey | honeyjar | plain | honey | butter | 9 | 480 | Pale, runny and mild, with a hint of vanilla.
Forest Honey | honeyjar | plain | honey | cocoa | 11 | 480 | Dark and malty, from firs and spruces above the village.
Lime Blossom Honey | honeyjar | plain | honey | lemon | 10 | 480 | Fresh and minty, gathered in two good weeks in June.
Chestnut Honey | honeyjar | plain | honey | chestnut | 12 | 480 | Bitter, resinous and made for blue cheese.
Heather Honey | honeyjar | plain | honey | amber | 14 | 480 | So thick it stands in the spoon.
Lavender Honey | honeyjar | plain | honey | honey | 13 | 480 | The whole plateau, humming.
Wildflower Honey | honeyjar | plain | honey | saffron | 8 | 480 | Whatever was in bloom, in the order it bloomed.
Set Clover Honey | honeyjar | plain | honey | ivory | 9 | 480 | Creamed slowly until it spreads like butter.
Strawberry Jam | jamjar | plain | fruit | brick | 7 | 430 | Small berries, left whole.
Apricot Jam with Almond | jamjar | plain | fruit | apricot | 7 | 430 | Apricots from the Wachau, with a few split kernels.
Damson Jam | jamjar | plain | fruit | plum | 7 | 430 | Sharp, dark, and stubborn about its stones.
Seville Marmalade, Thick Cut | jamjar | plain | fruit | amber | 8 | 430 | Bitter oranges in January, cut by hand.
Lemon Curd | jamjar | plain | fruit | lemon | 8 | 430 | Butter, eggs, lemons and patience.
Blackcurrant Jelly | jamjar | plain | fruit | wine | 7 | 430 | Clear as stained glass.
Fig & Port Preserve | jamjar | plain | fruit | mulberry | 9 | 430 | For the cheese board and the late sandwich.
Quince Jelly | jamjar | plain | fruit | coral | 8 | 430 | Pink from nothing but long cooking.
Jalapeño Jelly | jamjar | plain | fruit | fern | 8 | 430 | Sweet first, then not.
Raspberry Jam, Seedless | jamjar | plain | fruit | mulberry | 8 | 430 | Pressed through a cloth, for cakes and particular people.
Elderflower Syrup | syrup | plain | syrup | butter | 9 | 620 | June in a bottle.
Ginger Syrup | syrup | plain | syrup | mustard | 10 | 620 | Hot, clean, and good for a cold.
Sour Cherry Syrup | syrup | plain | syrup | wine | 10 | 620 | For lemonade, ice cream and small cocktails.
Rhubarb Syrup | syrup | plain | syrup | rose | 9 | 620 | The first pink thing of the year.
Honey Trio, Light to Dark | honeyset | plain | honey | honey | 24 | 780 | Three honeys from one hillside, picked two months apart.
Honey Trio, Woodland | honeyset | plain | honey | cognac | 26 | 780 | Fir, chestnut and heather, for people who take it dark.
Honey Trio, Prés Fleuris | honeyset | plain | honey | saffron | 25 | 780 | Clover, lime and wildflower, with a dipper to share.`,
}
