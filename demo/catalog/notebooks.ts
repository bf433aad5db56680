import type { Category } from './shape.ts'

export const notebooks: Category = {
  department: 'Desk & Paper',
  name: 'Notebooks & Letters',
  tags: ['paper', 'writing', 'gift'],
  makers: [
    { name: 'Papierwerk Amsel', place: 'Leipzig, Germany', works: 'cloth card' },
    { name: 'Quire & Co.', place: 'Edinburgh, Scotland', works: 'leather cloth' },
    { name: 'Legatoria Aldo', place: 'Bologna, Italy', works: 'leather letter' },
    { name: 'Maison Orée Papier', place: 'Angoulême, France', works: 'letter card' },
  ],
  materials: {
    cloth: {
      name: 'Book cloth, 100 g/m² paper',
      says: [
        'Sewn in sections, so it lies flat from the first page to the last.',
        'The paper takes a fountain pen without a feather.',
      ],
      care: '192 pages, acid-free',
    },
    leather: {
      name: 'Calf leather, 110 g/m² paper',
      says: [
        'The leather is left natural and takes on a shine where you hold it.',
        'Inside is cream laid paper with a deckle edge.',
      ],
      care: '240 pages, refillable',
    },
    card: {
      name: 'Recycled card, 90 g/m² paper',
      says: [
        'The cover is pulped from our own offcuts.',
        'Good honest paper with a little tooth for pencils.',
      ],
      care: '64 pages each, recycled',
    },
    letter: {
      name: 'Cotton paper',
      says: [
        'Made from cotton rag on a cylinder mould, with a watermark.',
        'Thick enough to sound well when it is unfolded.',
      ],
      care: 'Ten sheets, ten envelopes',
    },
  },
  kinds: {
    notebook: {
      type: 'Notebook',
      trim: 'coral',
      measures: 'A5, 148 × 210 mm',
      axes: { Ruling: { Plain: 1, Lined: 1 } },
    },
    journal: {
      type: 'Journal',
      trim: 'chestnut',
      measures: '150 × 210 mm',
      axes: { Ruling: { Plain: 1, Lined: 1 } },
    },
    spiral: {
      type: 'Sketchbook',
      trim: 'coral',
      measures: '120 g/m² drawing paper',
      axes: { Format: { A5: 1, A4: 1.5 } },
    },
    pocketset: { type: 'Pocket notebooks', trim: 'ivory butter mist', measures: 'Set of three, 90 × 140 mm' },
    planner: { type: 'Planner', trim: 'coral', measures: 'A5, undated, one week a spread' },
    letterset: { type: 'Letter set', trim: 'brick', measures: 'A5 sheets, C6 envelopes' },
  },
  closings: [
    'Good for lists, better for letters, best for things you were going to forget.',
    'The first page is left blank on purpose, so you need not ruin it.',
    'Fits a coat pocket, a handbag and most drawers.',
    'One of the few things that get more valuable when used up.',
  ],
  models: `
Cloth Notebook, Elastic Band | notebook | plain | cloth | indigo sage clay | 19 | 340 | A hardback with an elastic, a ribbon and a label to write your name on.
Linen Notebook, Woven | notebook | weave | cloth | natural petrol | 21 | 350 | Covered in real book linen that softens at the corners.
Striped Notebook | notebook | stripe | cloth | navy | 18 | 340 | Deckchair stripes on the outside, anything you like within.
Notebook, Botanical | notebook | leaf | cloth | fern | 22 | 350 | A cover of pressed leaves, drawn by someone who had to hold them down.
Checked Notebook, École | notebook | check | card | sky | 16 | 320 | The squared cover of every French schoolchild.
Leather Journal, Tab | journal | plain | leather | cognac black | 59 | 520 | A journal that closes with a brass stud.
Refillable Journal | journal | plain | leather | chestnut | 68 | 560 | Buy the cover once and new pages for ever.
Travel Journal, Grained | journal | hammer | leather | forest | 64 | 540 | Pebbled leather that does not mind rucksacks.
Daybook, Quilted Cover | journal | quilt | cloth | plum rose | 42 | 480 | A soft cover stitched in diamonds.
Sketchbook, Spiral | spiral | plain | card | graphite mustard | 17 | 420 | Turns all the way round and lies flat on a knee.
Sketchbook, Dotted Cover | spiral | dots | card | sage | 18 | 420 | For the field, the museum and the back of the class.
Watercolour Pad | spiral | wave | letter | mist | 26 | 560 | Heavy cotton paper that does not buckle at the first wash.
Drawing Pad, Atelier | spiral | plain | card | terracotta | 19 | 440 | A stiff back, so you can draw standing up.
Reporter's Pad | spiral | pinstripe | card | navy | 14 | 300 | Flip, write, flip.
Pocket Notebooks, Set of Three | pocketset | wave | card | clay petrol | 15 | 150 | Three slim books for one back pocket.
Field Notes Set, Leaf | pocketset | leaf | card | moss | 16 | 150 | A book each for birds, trees and weather.
Kraft Pocket Books, Set of Three | pocketset | plain | card | tan graphite | 12 | 140 | Brown covers, rounded corners, no ambitions.
Dotted Pocket Books, Set of Three | pocketset | dots | card | coral | 14 | 140 | One for work, one for home, one for neither.
Weekly Planner, Undated | planner | weave | cloth | petrol blush | 29 | 420 | Start it on any Monday; nobody will know.
Leather Planner | planner | plain | leather | chestnut | 79 | 620 | A week at a glance and a pocket for the tickets.
Teacher's Planner | planner | check | cloth | brick | 32 | 440 | Room for six lessons a day and one good idea.
Garden Diary | planner | leaf | cloth | fern | 34 | 430 | What you sowed, when you sowed it, and what ate it.
Letter Set, Cotton Rag | letterset | plain | letter | blush mist | 24 | 220 | Ten sheets and ten lined envelopes, with a stick of sealing wax.
Letter Set, Leaf Lined | letterset | leaf | letter | sage | 26 | 220 | Open the envelope and find a garden.
Correspondence Set, Dotted | letterset | dots | letter | apricot | 23 | 220 | For thank-yous, apologies and recipes.`,
}
