import type { Category } from './shape.ts'

export const seating: Category = {
  department: 'Living',
  name: 'Seating',
  tags: ['furniture', 'home', 'lasting'],
  makers: [
    { name: 'Pinewright', place: 'Växjö, Sweden', works: 'oak beech ash' },
    { name: 'Fern & Fielding', place: 'High Wycombe, England', works: 'ash oak wool' },
    { name: 'Sedia Lenta', place: 'Udine, Italy', works: 'beech velvet' },
    { name: 'Møbel Nord', place: 'Trondheim, Norway', works: 'wool velvet oak' },
  ],
  materials: {
    oak: {
      name: 'Solid oak, soaped',
      says: [
        'The oak is European, air-dried for two years and finished with nothing but soap.',
        'Mortise and tenon throughout; there is not a screw to come loose.',
      ],
      care: 'Wipe with a damp cloth; soap once a year',
    },
    beech: {
      name: 'Steam-bent beech',
      says: [
        'Beech is bent in steam and clamped overnight, as chairs have been bent since 1859.',
        'It is light enough to carry in one hand and strong enough to stand on.',
      ],
      care: 'Wipe with a damp cloth',
    },
    ash: {
      name: 'Solid ash, oiled',
      says: [
        'Ash is springy, which is why it goes into oars, and into backs you lean on.',
        'Two coats of hard-wax oil let spills wait until after dinner.',
      ],
      care: 'Oil once a year',
    },
    wool: {
      name: 'Wool felt on an oak frame',
      says: [
        'The cover is pure wool, woven in Norway, and comes off for cleaning.',
        'Natural latex and coconut fibre keep their shape where foam would sag.',
      ],
      care: 'Brush; covers can be dry-cleaned',
    },
    velvet: {
      name: 'Cotton velvet on a beech frame',
      says: [
        'Dense cotton velvet changes tone as you run a hand across it.',
        'The springs are tied eight ways, by hand.',
      ],
      care: 'Vacuum with a soft brush',
    },
  },
  kinds: {
    chair: { type: 'Dining chair', trim: 'oak', measures: '48 × 52 × 80 cm, seat 45 cm' },
    spindle: { type: 'Chair', trim: 'oak', measures: '50 × 50 × 82 cm, seat 44 cm', colourOption: 'Wood' },
    stool: {
      type: 'Stool',
      trim: 'oak',
      measures: 'Seat Ø 36 cm',
      axes: { Height: { '45 cm': 1, '65 cm': 1.15 } },
    },
    armchair: { type: 'Armchair', trim: 'walnut', measures: '78 × 82 × 80 cm, seat 42 cm' },
    bench: {
      type: 'Bench',
      trim: 'oak',
      measures: '38 cm deep, 45 cm high',
      axes: { Length: { '110 cm': 1, '140 cm': 1.2 }, Legs: { Oak: 1, Walnut: 1.1 } },
    },
    pouf: { type: 'Pouf', trim: 'oak', measures: 'Ø 55 × 38 cm' },
  },
  closings: [
    'It arrives in one piece, by two people, on a day you choose.',
    'It will look better in ten years, and we will still have the fabric.',
    'We have sat in it for whole afternoons, in the name of quality control.',
    'It suits old floorboards and new kitchens alike.',
  ],
  models: `
Dining Chair, Upholstered | chair | weave | wool | petrol oat rust | 289 | 6200 | A curved back at the right height and a seat that outlasts the longest dinner.
Kitchen Chair, Oak | chair | plain | oak | sage ivory | 249 | 5600 | A simple chair with painted seat and back, drawn for daily use and made for longer.
Bentwood Chair | chair | plain | beech | black cherry | 229 | 4200 | Six pieces of beech and one idea, perfected.
Velvet Side Chair | chair | plain | velvet | mulberry forest | 319 | 6400 | Dressed for the evening, at home at the desk by day.
Checked Chair, Wool | chair | check | wool | denim moss | 309 | 6300 | A small wool check that hides crumbs and flatters the oak.
Spindle Chair, Oak | spindle | wood | oak | oak walnut | 339 | 5200 | Seven spindles, each shaved by hand to be thicker where your back is.
Spindle Chair, Painted | spindle | plain | ash | forest black | 299 | 5100 | The same chair, painted in eggshell so that the turning shows.
Farmhouse Chair, Beech | spindle | wood | beech | beech | 259 | 4900 | The chair you draw when asked to draw a chair.
Child's Spindle Chair | spindle | plain | ash | coral sky mustard | 149 | 2600 | Two thirds of the size and every bit as well made.
Workshop Stool, Oak | stool | wood | oak | oak walnut | 139 | 3400 | Three legs would rock less, four look better; we solved the rocking.
Counter Stool, Woven Seat | stool | weave | ash | sand indigo | 179 | 3900 | Paper cord is woven over the frame in about four hours, by one person.
Upholstered Stool, Bouclé | stool | knit | wool | ivory rose | 189 | 4100 | A soft round seat for the dressing table, the piano, or bare feet.
Milking Stool | stool | wood | beech | beech cherry | 98 | 2400 | Small, sturdy, and always exactly where it is needed.
Reading Armchair, Wool | armchair | plain | wool | rust slate | 890 | 21000 | Deep enough for curled-up legs, upright enough for a newspaper.
Velvet Armchair, Round Arms | armchair | plain | velvet | forest plum saffron | 980 | 22500 | Round arms, a high back, and the composure of a small theatre.
Striped Armchair | armchair | pinstripe | wool | navy clay | 940 | 21500 | A quiet ticking stripe, matched by hand at every seam.
Fireside Armchair, Checked | armchair | plaid | wool | moss brick | 960 | 21800 | For the winter, the dog and the second half of the novel.
Hall Bench, Padded | bench | stripe | wool | navy oat | 289 | 9800 | Somewhere to sit while you find the other boot.
Dining Bench, Oak | bench | wood | oak | oak | 349 | 12500 | Seats three adults or five children, who prefer it to chairs.
Window Bench, Velvet | bench | plain | velvet | teal rose | 379 | 10400 | A slim bench for a bay window and a slow Sunday.
Garden-Room Bench, Ash | bench | weave | ash | sage sand | 329 | 9600 | A woven seat on ash legs, light enough to follow the sun around the house.
Knitted Pouf | pouf | knit | wool | oat rose petrol | 129 | 4800 | Knitted by hand from one long rope of wool.
Corduroy Pouf | pouf | rib | velvet | mustard moss | 139 | 5000 | Wide-wale corduroy that begs to be stroked the wrong way.
Bouclé Pouf, Low | pouf | speckle | wool | ivory ash | 149 | 5200 | A low cushion of a seat that follows the company from room to room.
Quilted Pouf, Velvet | pouf | quilt | velvet | forest plum | 159 | 5100 | Quilted by a pair of patient hands, diamond by diamond.`,
}
