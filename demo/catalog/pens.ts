import type { Category } from './shape.ts'

export const pens: Category = {
  department: 'Desk & Paper',
  name: 'Pens & Pencils',
  tags: ['writing', 'drawing', 'gift'],
  makers: [
    { name: 'Schreibwerk Linde', place: 'Heidelberg, Germany', works: 'resin brass' },
    { name: 'Quillon', place: 'Birmingham, England', works: 'brass resin' },
    { name: 'Cedar & Lead', place: 'Keswick, England', works: 'cedar' },
    { name: 'Encres du Port', place: 'Nantes, France', works: 'ink' },
    { name: 'Hake Brushworks', place: 'Nara, Japan', works: 'hair' },
  ],
  materials: {
    resin: {
      name: 'Turned resin, steel nib',
      says: [
        'Turned from a solid rod, polished for a day and balanced for small hands and large.',
        'It takes cartridges or a converter, both included.',
      ],
      care: 'Flush with water once a month',
    },
    brass: {
      name: 'Brass, lacquered',
      says: [
        'The weight of brass does the pressing for you.',
        'Lacquer wears from the edges first, as it should.',
      ],
      care: 'Refills are a standard size',
    },
    cedar: {
      name: 'Incense cedar',
      says: [
        'Cedar sharpens in long, clean curls and smells of school.',
        'The lead is glued along its whole length and survives a fall.',
      ],
      care: 'Sharpen often',
    },
    ink: {
      name: 'Water-based ink',
      says: [
        'Mixed in batches of two hundred bottles, and safe in every pen.',
        'It shades from dark to light within a single stroke.',
      ],
      care: 'Dries in ten seconds, nearly waterproof in a day',
    },
    hair: {
      name: 'Natural and plant-based hair',
      says: [
        'Each head is tied by hand and comes to a point when wet.',
        'The handles are left long, for a loose wrist.',
      ],
      care: 'Rinse and dry lying flat',
    },
  },
  kinds: {
    fountainpen: {
      type: 'Fountain pen',
      trim: 'brass',
      measures: '138 mm closed',
      axes: { Nib: { Fine: 1, Medium: 1 } },
    },
    ballpoint: {
      type: 'Ballpoint pens',
      trim: 'brass',
      measures: 'Pair, 140 mm',
      axes: { Ink: { Blue: 1, Black: 1 } },
    },
    pencils: {
      type: 'Pencils',
      trim: 'mustard',
      measures: '175 mm',
      axes: { Pack: { 'Set of 5': 1, 'Set of 12': 2.1 } },
    },
    brushes: { type: 'Brushes', trim: 'indigo', measures: 'Set of three: 4, 8 and 12' },
    inkbottle: {
      type: 'Ink',
      trim: 'black',
      measures: 'Glass bottle',
      axes: { Volume: { '30 ml': 1, '60 ml': 1.6 } },
    },
    marker: { type: 'Markers', trim: 'teal', measures: 'Set of five, brush tip' },
  },
  closings: [
    'A small daily pleasure, of the kind that improves the handwriting.',
    'It comes in a card tube that is too useful to throw away.',
    'Refills will be here as long as we are.',
    'Lend it and you will not see it again.',
  ],
  models: `
Fountain Pen, Turned Resin | fountainpen | plain | resin | forest indigo | 79 | 90 | A pen that starts at the first touch and stops when you do.
Fountain Pen, Brass | fountainpen | plain | brass | brass black | 98 | 140 | Heavy, warm and impossible to fidget with, though people try.
Fountain Pen, Hammered | fountainpen | hammer | brass | copper | 124 | 145 | Every dimple is one blow of one small hammer.
School Pen, Füller | fountainpen | plain | resin | coral sky | 34 | 70 | With a grip that puts the fingers where teachers want them.
Fountain Pen, Tortoise | fountainpen | speckle | resin | amber | 89 | 95 | Swirls of honey and tea, no two alike.
Fountain Pen, Wave Engraved | fountainpen | wave | brass | navy | 118 | 140 | A fine wave, engraved before the lacquer goes on.
Desk Pen, Slim | fountainpen | plain | resin | wine | 64 | 80 | Long and tapered, for signatures with a flourish.
Ballpoint Pair, Brass Trim | ballpoint | plain | brass | navy forest | 42 | 110 | Two pens, so one of them can be where you are.
Ballpoint Pair, Matt | ballpoint | plain | resin | sage graphite | 28 | 80 | A soft click and a steady line.
Ballpoint Pair, Stripe | ballpoint | stripe | resin | brick | 32 | 80 | Striped around the barrel like seaside rock.
Ballpoint Pair, Speckled | ballpoint | speckle | resin | mist mustard | 29 | 80 | Small specks, like a well-used studio table.
Graphite Pencils | pencils | plain | cedar | graphite | 9 | 60 | From hard to soft, with everything you need for a shadow.
Coloured Pencils, Studio | pencils | plain | cedar | teal coral plum | 14 | 65 | Rich leads that lay down colour and can be blended with a finger.
Pencils, Botanical Tints | pencils | plain | cedar | fern | 15 | 65 | Five greens you would otherwise spend a day mixing.
Pencils, Coast | pencils | plain | cedar | denim | 15 | 65 | Slate, sea, foam, sand and sky.
Carpenter's Pencils | pencils | plain | cedar | brick | 11 | 80 | Flat, so they do not roll off the roof.
Watercolour Brushes, Set of Three | brushes | plain | hair | cherry black | 38 | 70 | A liner, a round and a wash, which is all you need.
Calligraphy Brushes, Set of Three | brushes | plain | hair | walnut | 46 | 75 | Long hair, sharp point, slow breath.
Gouache Brushes, Set of Three | brushes | plain | hair | petrol mustard | 32 | 70 | Stiffer, springier and patient with children.
Ink, Harbour Blue | inkbottle | plain | ink | indigo | 14 | 190 | The blue of evening water, with a red sheen where it pools.
Ink, Moss | inkbottle | plain | ink | moss | 14 | 190 | A grey green for long letters.
Ink, Garnet | inkbottle | plain | ink | wine | 14 | 190 | For corrections that are meant kindly.
Ink, Ébène | inkbottle | plain | ink | graphite | 15 | 190 | A warm black with no blue in it at all.
Brush Markers, Earth | marker | plain | ink | terracotta | 18 | 90 | Clay, ochre, olive and two kinds of shade.
Brush Markers, Garden | marker | plain | ink | fern lilac | 18 | 90 | Petals and leaves, with tips that behave like a brush.`,
}
