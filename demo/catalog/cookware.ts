import type { Category } from './shape.ts'

export const cookware: Category = {
  department: 'Home & Kitchen',
  name: 'Cookware',
  tags: ['kitchen', 'cooking', 'lasting'],
  makers: [
    { name: 'Fonderie Saint-Aubert', place: 'Charleville, France', works: 'castiron' },
    { name: 'Ramsgill Forge', place: 'Sheffield, England', works: 'carbon steel' },
    { name: 'Rame Antico', place: 'Agnone, Italy', works: 'copper' },
    { name: 'Holz & Herd', place: 'Bregenz, Austria', works: 'wood' },
    { name: 'Pinewright', place: 'Växjö, Sweden', works: 'wood' },
  ],
  materials: {
    castiron: {
      name: 'Enamelled cast iron',
      says: [
        'Cast iron spreads the heat evenly and keeps it, on gas, induction or in the oven.',
        'The enamel is pale inside, so you can see a roux turn before it burns.',
      ],
      care: 'Wash by hand; avoid sudden cold',
    },
    carbon: {
      name: 'Carbon steel',
      says: [
        'It seasons with use and ends up as slick as anything sold as non-stick.',
        'Light enough to toss, and ready for any hob and any oven.',
      ],
      care: 'Wipe, dry and oil lightly',
    },
    steel: {
      name: 'High-carbon stainless steel',
      says: [
        'The blade is forged, ground thin and sharpened on a wet stone before it leaves the forge.',
        'It takes a keen edge and keeps it through a winter of onions.',
      ],
      care: 'Wash by hand and dry at once',
    },
    copper: {
      name: 'Copper, lined with steel',
      says: [
        'Copper answers the flame at once, which is why confectioners will use nothing else.',
        'It darkens with time; polish it or let it be.',
      ],
      care: 'Wash by hand',
    },
    wood: {
      name: 'Solid wood, oiled',
      says: [
        'Cut from a single board, sanded five times and finished with linseed oil.',
        'The grain is kind to knives and closes over small cuts.',
      ],
      care: 'Wipe clean and oil now and then',
    },
  },
  kinds: {
    casserole: {
      type: 'Casserole',
      trim: 'brass',
      measures: 'Lid and pot, oven-safe to 260 °C',
      axes: { Size: { '20 cm': 1, '24 cm': 1.25, '28 cm': 1.5 } },
    },
    saucepan: {
      type: 'Saucepan',
      trim: 'oak',
      measures: 'Pouring rim on both sides',
      colourOption: 'Finish',
      axes: { Volume: { '1.2 l': 1, '2.4 l': 1.3 } },
    },
    pan: {
      type: 'Frying pan',
      trim: 'oak',
      measures: 'Handle fixed with three rivets',
      axes: { Size: { '20 cm': 1, '24 cm': 1.2, '28 cm': 1.4 } },
    },
    board: { type: 'Chopping board', trim: 'oak', measures: '40 × 26 × 2 cm', colourOption: 'Wood' },
    knife: {
      type: 'Kitchen knife',
      trim: 'brass',
      measures: 'Sharpened on both sides',
      colourOption: 'Handle',
    },
    spoons: { type: 'Kitchen tools', trim: 'oak', measures: 'Set of three, 30 cm', colourOption: 'Wood' },
  },
  closings: [
    'Buy it once, use it for decades, and let someone argue over who inherits it.',
    'It is the one we reach for first, and the first to be washed up again.',
    'It goes from hob to oven to table without any fuss.',
    'Comes with a card that says how to look after it; there is not much to say.',
  ],
  models: `
Cast Iron Casserole, Round | casserole | plain | castiron | brick petrol ivory | 149 | 4200 | The pot for everything that takes its time: stews, beans, bread, a whole chicken.
Braising Pot, Low | casserole | plain | castiron | moss saffron | 159 | 4600 | Lower and wider than its brother, so that more of the meat meets the iron.
Bread Pot, Tight Lid | casserole | plain | castiron | graphite sand | 139 | 4300 | The heavy lid keeps in the steam, and the crust does the rest.
Sunday Casserole, Speckled | casserole | speckle | castiron | sage mist | 169 | 4700 | Holds enough for six, and for the soup that follows on Monday.
Copper Saucepan, Hammered | saucepan | hammer | copper | copper | 128 | 1250 | Hammered by hand on the outside, mirror-smooth within, and quick to answer the flame.
Copper Milk Pan | saucepan | plain | copper | copper brass | 96 | 880 | For milk, caramel, and one perfect portion of porridge.
Steel Saucepan, Oak Handle | saucepan | plain | steel | steel graphite | 74 | 1150 | A plain, well-balanced saucepan with a handle that never gets hot.
Enamel Saucepan, Speckled | saucepan | speckle | castiron | ivory navy | 68 | 1320 | Light on its feet for cast iron, and pretty enough to serve from.
Crêpe Pan | pan | plain | carbon | graphite | 42 | 980 | Flat, thin and nearly rimless, so the spatula can get under the edge.
Carbon Steel Frying Pan | pan | plain | carbon | graphite slate | 54 | 1650 | A pan that starts grey, turns bronze, and ends up black and yours.
Cast Iron Skillet, Enamelled | pan | plain | castiron | black brick | 68 | 2400 | For eggs that slide, steaks that brown and a cornbread with a proper crust.
Hammered Pan, Country | pan | hammer | carbon | graphite copper | 72 | 1720 | The hammered floor holds a film of oil just where you want it.
Rösti Pan | pan | plain | carbon | slate | 49 | 1380 | Sloping sides make the turn easier, and the turn is everything.
Oak Chopping Board | board | wood | wood | oak walnut | 46 | 1700 | A long board with a handle to hang it by and a hollow for the juices.
Beech Bread Board | board | wood | wood | beech | 34 | 1300 | A pale board for the loaf, the knife and the crumbs.
Cherry Cheese Board | board | wood | wood | cherry walnut | 52 | 1450 | Warm cherry that grows redder every year, cut to carry four cheeses and a bunch of grapes.
Küchenbrett, Small | board | wood | wood | beech oak | 24 | 700 | The little board for one onion, one lemon, or one sandwich.
Cook's Knife, 20 cm | knife | wood | steel | walnut black | 118 | 210 | The one knife to own if you own one: a broad blade with a curve for rocking.
Petty Knife, 13 cm | knife | wood | steel | oak cherry | 78 | 120 | Small, nimble, and always the first to be borrowed.
Bread Knife, Long | knife | wood | steel | walnut | 92 | 190 | Wide teeth that cut a crust without tearing the crumb.
Santoku Knife, Hammered | knife | wood | steel | cognac graphite | 124 | 200 | The hammered dimples let slices of potato fall away instead of clinging.
Cooking Spoons, Set of Three | spoons | wood | wood | beech cherry walnut | 29 | 240 | A spoon, a slotted turner and a spatula, which is all most dinners ask for.
Olive-Oil Spoons, Set of Three | spoons | wood | wood | oak | 36 | 260 | Turned by hand and rubbed with oil until they feel like river stones.
Wok Tools, Set of Three | spoons | wood | wood | walnut beech | 38 | 280 | Longer handles, broader edges, and no scratches on your good steel.
Gratin Casserole, Shallow | casserole | plain | castiron | coral denim | 119 | 3400 | Shallow, wide, and always scraped clean by the last person at the table.`,
}
