"""Words of scenes: when, where, among what and with whom a thing is used. None says anything of a thing.

No material, colour, part, measure or quality is among them, no weather that a thing would have to withstand, nothing
that it would have to hold, to charge or to cure, and nobody who would have to be safe with it. Where such a word would
tell what the product has or is, it is refused all the same (`scenes`).
"""

from typing import Final

ENGLISH: Final = frozenset(
    """
afternoon afternoons evening evenings morning mornings night nights day days midday noon midnight dawn dusk sunrise
sunset weekday weekdays weekend weekends weeknight weeknights sunday sundays monday mondays tuesday wednesday thursday
friday fridays saturday saturdays week weeks season seasons spring summer summers autumn winter winters moment moments
while nightfall daybreak daytime nighttime bedtime mealtime mealtimes lunchtime teatime lunch lunches dinner dinners
breakfast breakfasts brunch brunches supper suppers tea snack snacks picnic picnics barbecue barbecues feast meal
meals table home house flat apartment cottage cabin farmhouse bungalow dorm room rooms kitchen kitchens bedroom
bedrooms bathroom bathrooms hallway hallways hall landing stairs staircase lounge study office offices loft attic
basement cellar garage shed workshop studio studios conservatory porch porches patio terrace balcony balconies veranda
deck garden gardens yard backyard lawn allotment greenhouse doorstep doorway door doors window windows windowsill
windowsills sill corner corners nook nooks alcove mantelpiece mantel sideboard dresser counter countertop countertops
worktop worktops bedside nightstand armchair armchairs sofa sofas couch bench benches desk desks chair chairs stool
tables shelf shelves bookshelf bookcase cupboard cupboards wardrobe closet floor floors wall walls ceiling bed beds
playroom pantry larder basket sink sinks café cafe cafés cafes bistro restaurant restaurants pub pubs bar bars bakery
bookshop bookshops library libraries museum museums gallery galleries theatre theater cinema concert concerts market
markets shop shops supermarket school schools classroom classrooms campus lecture lectures university college class
classes course seminar exam exams homework gym gyms court pitch stadium club clubs park parks playground street
streets avenue lane lanes alley square plaza town towns city cities village villages suburb suburbs neighbourhood
neighborhood pavement sidewalk tarmac kerb curb platform station stations stop stops train trains bus buses tram trams
ferry metro tube subway underground plane planes airport airports flight flights gate carriage taxi car cars bike
bikes bicycle road roads motorway highway route routes bridge harbour harbor pier coast coasts coastline shore beach
beaches seaside dune dunes cliff cliffs river rivers riverbank island hill hills hillside mountain mountains valley
valleys moor moors meadow meadows field fields forest forests wood woods woodland tree trees orchard orchards path
paths pathway trail trails track tracks countryside campsite campsites tent tents view views horizon sky skies
sunlight daylight breeze wind cloud clouds leaf leaves grass flower flowers birdsong bird birds walk walks walker
walkers walking stroll strolls strolling wander ramble rambles hike hikes hiker hikers hiking run runs jog jogs
jogging ride rides rider riders drive drives journey journeys trip trips travel travels traveller travelling traveling
commute commutes commuter commuters commuting errand errands adventure adventures outing outings excursion getaway
getaways break breaks holiday holidays vacation vacations staycation camping camp camps expedition climb climbs
stretch workout workouts session sessions practice training match matches game games play party parties gathering
gatherings celebration celebrations birthday birthdays anniversary weddings reunion christmas easter halloween
thanksgiving date dates visit visits sleepover dance dancing meeting meetings call calls email emails presentation
presentations deadline deadlines shift shifts workday workdays task tasks job jobs project projects chore chores list
lists laundry housework dishes cooking baking gardening reading writing painting drawing sewing knitting crafting
studying working waiting sitting listening cleaning tidying packing unpacking moving playing talking chatting chat
chats chatter conversation conversations gossip laughter nap naps rest doze film films movie movies series episode
episodes song songs playlist playlists album albums podcast podcasts music tune tunes book books novel novels
story stories chapter chapters page pages paper papers newspaper newspapers magazine magazines crossword puzzle
puzzles letter letters note notes notebook notebooks diary journal postcard postcards sketch sketches poem poems
recipe recipes friend friends guest guests family families neighbour neighbours neighbor neighbors colleague
colleagues roommate housemate housemates host hosts crowd crowds visitor visitors somebody someone anyone aunt uncle
cousin cousins coffee coffees cocoa cuppa juice milk toast bread loaf butter jam egg eggs pancake pancakes porridge
soup soups stew stews salad salads sandwich sandwiches pasta rice cake cakes biscuit biscuits cookie cookies pie pies
fruit apple apples lemon lemons onion onions garlic tomato tomatoes herbs vegetables cornbread cheese crumbs leftovers
spices keys wallet umbrella scarf hat gloves jumper jumpers sweater sweaters cardigan coat coats jacket jackets
shirt shirts jeans trousers dress dresses skirt skirts boots shoes trainers sneakers socks slippers pyjamas pajamas
handbag bag bags backpack rucksack suitcase suitcases luggage pocket pockets purse glasses sunglasses
toothbrush towel towels soap candle candles lamp lamps cup cups mug mugs plate plates bowl bowls glass
jug jugs teapot kettle spoon spoons fork forks knife knives pan pans pot pots cushion cushions blanket blankets pillow
pillows sheet sheets duvet rug rugs curtain curtains mirror mirrors vase vases plant plants houseplant houseplants
photo photos photograph photographs pencil pencils pen pens pour pours poured sip sips stir stirs stirring simmer
simmers sizzle sizzles bubble bubbles smell smells read reads write writes sing sings singing hum hums humming laugh
laughs dream dreams dreaming sleep sleeps asleep awake wake wakes waking yawn curl curls sprawl sit settles settle
settling lean linger lingers gather gathers arrive arrives leave wanders drift drifts roll rolls rolling rolled rise
rises fade fades slip slips throw toss tuck tucked grab drape draped wrap wrapped hang hung pile piled stack stacked
scatter scattered lay spread unfold unrolled unpack pack chop chopping slice stirred push pushes pushed pull pulls tug
squeeze twist turn lift lifts rub brush dust sweep wipe wipes rinse rinses scrub flick glimmer flicker follow
follows chase ring rings answer whisper whispers shout cheer nod smile smiles sigh sighs breathe tie ties hurry rush
dash hop jump climbing step steps stepped stride trek pedal row dig weed mow rake sow pick picking answers ask asks
bake bakes baked bend blow blows bounce build builds building bump carry choose circle clears clink collect comb cook
cooks count creak creaks creep crunch crunches cuddle cuddles dances decide dips drag draw draws drop eat eats enter
escape explore explores fetch find finds flip flips forget forgets gaze glance glide glides greet greets guess gulp
hide hides hops hug hugs hunt invite invites jumps keep kick kicks kneel knit knits land lands leans learn learns lend
let lie lies listen listens look looks march meander mend mends mix mixes nestle nestles nibble nods nudge pace paint
paints pass passes pat pause pauses pay peek peel peels perch perches picks pluck point points pop pops prop propped
race races reach reaches rummage rustle rustles scribble scribbles scroll scrolls search see serve serves share shares
shuffle skip slam slices slows snooze sort sorts speak speaks spill spills sprint stand stands stare stares start
starts steal studies sway swap swaps talk talks taste tell tells think thinks touch traces try tries tumble turns
twirl unbutton unfurl unwind unwinds unwrap wait waits want watch watches wear whisk whisks wish wishes wonder wonders
work works wraps yawns hand hands finger fingers fingertip fingertips wrist elbow elbows shoulder shoulders head heads
chin cheek eye eyes eyelids nose lips mouth knee knees foot feet toe toes waist hip hips heart mind tumbler hallstand
coatrack bannister banister threshold skirting letterbox postbox post postman parcel parcels gatepost hedge hedges
fence paving compost vegetable sandpit den fort bunk bunks dormitory till queue menu waiter barista teller
receptionist lobby foyer elevator escalator corridor corridors canteen cafeteria boardroom whiteboard blackboard chalk
lesson lessons term terms recess playtime breaktime kitchenette scullery utility laundrette launderette barn stable
stables farm farms farmyard henhouse vineyard winery brewery quarry churchyard church clocktower roundabout crossing
crossings junction forecourt petrol bonnet passenger passengers driver drivers conductor ticket
tickets timetable carriages quay quayside jetty lighthouse cove bay bays headland estuary marsh marshes wetland heath
downs dales fell fells crag crags summit peak peaks gully glen gorge canyon plains prairie savannah jungle rainforest
waterfall brook brooks creek creeks ford stile stiles signpost signposts milestone map maps compass blackbird robin
sparrow swallow swallows gull gulls seagull seagulls owl owls dragonfly frog frogs hedgehog squirrel squirrels fox
foxes deer rabbit rabbits sheep lamb lambs cow cows horse horses pony duck ducks goose geese swan swans hen hens
cockerel acorn acorns conker conkers blossoms twig twigs branch branches trunk ferns clover daisy daisies tulip tulips
sunflower sunflowers wildflower wildflowers pebble pebbles sandcastle sandcastles seaweed tide tides shadow shadows
haze ripple ripples echo echoes murmur teacup teacups teaspoon doily napkin napkins tablecloth candlelight
lamplight firelight moonlit starlit streetlight streetlights headlights porchlight roast roasts gravy mash chips
crisps nuts popcorn chocolates sweets sorbet sundae waffle waffles crumpet crumpets scone scones muffin muffins
croissant croissants bagel bagels baguette dough batter marmalade oatmeal custard pudding puddings crumble tart tarts
trifle strawberry strawberries raspberry raspberries blackberry blackberries cherries plums pear pears peaches bananas
limes grape grapes carrots potato potatoes pea peas bean beans cabbage leek leeks mushroom mushrooms pepper peppers
chilli basil parsley thyme rosemary curry noodles noodle dumpling dumplings pizza pizzas burger burgers sausage
sausages bacon chicken salmon prawn prawns omelette quiche casserole lasagne risotto taco tacos sushi sauce broth
lemonade squash smoothie smoothies espresso latte lattes cappuccino cappuccinos sitcom quiz documentary cartoon
cartoons headline headlines bulletin innings tennis cricket rugby football netball hockey golf badminton running
cycling yoga pilates rowing fishing birdwatching stargazing foraging beachcombing sightseeing shopping browsing
journalling journaling sketching doodling colouring coloring scrapbooking origami pottery woodwork carpentry
embroidery crochet quilting choir orchestra rehearsals gig gigs festival festivals fair fairs fete carnival parade
fireworks bonfire bonfires bingo chess dominoes jigsaw jigsaws hopscotch spreadsheet spreadsheets report reports memo
memos inbox agenda minutes brainstorm typing filing admin invoice invoices payroll intern teams overtime balloon
balloons bunting confetti invitation invitations housewarming graduation retirement engagement proposal honeymoon
farewell homecoming sleepovers potluck cookout buffet banquet toasts speeches itinerary hostel hostels hotel hotels
inn inns motel guesthouse lodge chalet villa resort caravan caravans campervan motorhome deckchair lounger windbreak
belongings odds ends bits pieces bobs clutter clobber things essentials necessities souvenir keepsake keepsakes
mementos memories afterwards beforehand midweek midmorning midafternoon schooldays springtime summertime autumntime
wintertime payday sunup sundown twilight gloaming eve tonight tomorrow yesterday today straight onward onwards
homeward homewards upstairs downstairs indoors barefoot
    """.split()
)
"""In lower case."""

MODIFIERS: Final = frozenset(
    """
slow lazy sleepy quiet calm still silent peaceful gentle easy busy hectic rushed hurried unhurried leisurely restless
early earlier late later long longer short brief quick next last final previous favourite favorite usual familiar
everyday ordinary weekly daily nightly monthly cosy cozy snug sunny sunlit cloudless bright dim dark cold chilly crisp
cool warm mild breezy windy muddy dusty leafy grassy crowded empty noisy loud hushed spare solo shared open messy tidy
cluttered whole small little tiny big old new grey gray golden hot fresh soft proper good clear rare full
summery wintry first second
    """.split()
)
"""Qualities: of a thing they would be claims, of a morning, a walk or a room they are none."""

FOODS: Final = frozenset(
    """
tea coffee coffees cocoa juice milk toast bread loaf butter jam egg eggs pancake pancakes porridge soup soups stew
stews salad salads sandwich sandwiches pasta rice cake cakes biscuit biscuits cookie cookies pie pies fruit apple
apples lemon lemons onion onions garlic tomato tomatoes herbs vegetables cornbread cheese leftovers spices flower
flowers leaf leaves roast roasts gravy mash chips crisps nuts popcorn chocolates sweets sorbet sundae waffle waffles
crumpet crumpets scone scones muffin muffins croissant croissants bagel bagels baguette dough batter marmalade oatmeal
custard pudding puddings crumble tart tarts trifle strawberry strawberries raspberry raspberries blackberry
blackberries cherries plums pear pears peaches bananas limes grape grapes carrots potato potatoes pea peas bean beans
cabbage leek leeks mushroom mushrooms pepper peppers chilli basil parsley thyme rosemary curry noodles noodle dumpling
dumplings pizza pizzas burger burgers sausage sausages bacon chicken salmon prawn prawns omelette quiche casserole
lasagne risotto taco tacos sushi sauce broth lemonade squash smoothie smoothies espresso latte lattes cappuccino
cappuccinos
    """.split()
)
"""Of what is eaten, drunk or put on the skin they would be what is in it."""
