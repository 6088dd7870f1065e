package modelstest

import "goodturn/models"

// makeItems makes the about two thousand things and jobs that every bicycle shop is asked for, and as many more of single makers as
// the size asks for.
func (g *generator) makeItems() {
	begin := models.MomentOf(g.now.AddDate(-years, 0, 0))
	most := max(g.size.Things, len(itemKinds)*len(things))
	for _, maker := range append([]string{""}, makers...) {
		for _, kind := range itemKinds {
			for _, thing := range things {
				if len(g.items) == most {
					return
				}
				name := thing + ", " + kind + maker
				id := g.next("item")
				g.items = append(g.items, name)
				g.add("item", id, name, models.Fold(name), begin)
			}
		}
	}
}

// makers are enough for fifty thousand things.
var makers = []string{", Alder", ", Birch", ", Cedar", ", Dunlin", ", Egret", ", Fulmar", ", Gannet", ", Heron", ", Ibis", ", Jackdaw", ", Kestrel", ", Lapwing", ", Merlin",
	", Nightjar", ", Osprey", ", Plover", ", Quail", ", Redwing", ", Siskin", ", Tern", ", Umber", ", Veery", ", Wren", ", Yarrow", ", Zander"}

var things = []string{"Inner tube", "Tyre", "Brake pads", "Brake cable", "Gear cable", "Chain", "Cassette", "Saddle", "Seat post", "Handlebar", "Handlebar tape", "Grips",
	"Pedals", "Bottom bracket", "Headset", "Front light", "Rear light", "Dynamo", "Bell", "Lock", "Helmet", "Gloves", "Rain cape", "Pannier", "Rack", "Basket", "Mudguard",
	"Kickstand", "Pump", "Puncture kit", "Tyre levers", "Chain oil", "Rim", "Spokes", "Hub", "Derailleur", "Shifter", "Brake lever", "Child seat", "Trailer",
	"Full service", "Gear service", "Brake service", "Puncture repair", "Wheel rebuild", "Frame check", "Battery check", "Safety check"}

var itemKinds = []string{"standard", "road", "touring", "mountain", "city", "child's", "tricycle", "tandem", "cargo", "folding", "electric", "racing", "winter", "vintage",
	"20 inch", "24 inch", "26 inch", "28 inch", "29 inch", "black", "silver", "honey", "red", "blue", "green", "small", "medium", "large", "extra large", "left", "right",
	"front", "rear", "waterproof", "reflective", "carbon", "steel", "alloy", "titanium", "leather", "second-hand", "premium"}

var (
	howLeft       = []models.HowLeft{models.LeftUnnoted, models.LeftUnnoted, models.LeftContent, models.LeftContent, models.LeftDelighted, models.LeftUnhappy}
	theirWords    = []string{"I need a new", "Have you got a", "Looking for a", "My friend said you have a", "For my daughter:", "Something like a", "It broke on the hill:", "Ich brauche:", "J'aimerais", "Quiero"}
	understood    = []string{"same as the old one, but stronger", "has to be ready by Friday", "cheap is fine, it is for the station bike", "for rain and winter", "wants to keep the old one too", "the quiet kind", "must fit the old frame"}
	visitNotes    = []string{"In a hurry, call when ready.", "Asked whether we open on Sundays.", "Comes back after the holidays.", "Bring the spare key.", "Squeaks only when cold.", "Wants the old parts back.", "Rode here from the ferry.", "Was on the club ride.", "Talked about the new cycle path.", "Paid in coins again.", "Would like the blue one next time.", "Parked on the pavement."}
	extras        = []string{"Oiled the chain while they waited", "Pumped the tyres", "Trued the front wheel at no charge", "Tightened the headset", "Lent them a light for the way home", "Cleaned the frame", "Adjusted the brakes", "Carried it to the car", "Wrote down the part number", "Filled the water bottle"}
	promises      = []string{"Ask whether the noise is gone", "Tell them the price", "Ask how the tour was", "Remind them of the service", "Look for the old model"}
	outcomes      = []string{"All well", "Comes in on Saturday", "No answer, left a message", "Very pleased that we rang", "Found it elsewhere"}
	declined      = []string{"", "too dear", "too long", "not the same", "wrong colour", "wants to think it over"}
	somethingElse = []string{"lend them ours for the weekend", "repair the old one", "fit a used part", "ask the maker"}
	thankWords    = []string{"", "Thank you for sending your friend", "A card with the club's picture", "Told them over the counter", "They were touched"}
	praiseWords   = []string{"Nobody listens like you do", "They lent me a bicycle for the weekend", "Honest advice, and no hurry", "Never sends me away empty-handed", "The best shop between here and the ferry", "They rang when it was ready, early", "I tell everybody at the club"}
	remembered    = []string{"Rides a 1978 Mercian.", "Left-handed.", "Prefers a call after six.", "Dog is called Biscuit.", "Works nights, write rather than ring.", "Allergic to latex.", "Two children on small wheels.", "Vegetarian, for the club dinner.", "Never before ten.", "Speaks Spanish with Sofia.", "Collects old bells.", "Hard of hearing.", "Pays at the end of the month.", "Teaches at the harbour school.", "Rides to Lisbon every spring.", "Wants no plastic bags.", "Bad knee: high gears hurt.", "Sings in the choir with Ivy.", "Bicycle stolen in May.", "Likes to watch the repair."}
	streets       = []string{"Quay Street", "Mill Lane", "Station Road", "High Street", "Church Lane", "Ropewalk", "Harbour View", "Lighthouse Close", "Dock Road", "Victoria Road", "Park Avenue", "Chandlers Row", "Tannery Yard", "Bridge Street", "Orchard Way", "Rue du Port", "Hafenstraße", "Calle Mayor", "Via Roma", "Kirkegata"}
	towns         = []string{"Porthaven", "Easthaven", "Millbrook", "Saltby", "Ferrytown", "Northcliff", "Marshgate", "Seaford"}
	domains       = []string{"example.org", "example.com", "example.net", "mail.example", "post.example"}
	trades        = []string{"wheel building", "frame repair, paint", "e-bike motors, batteries", "leather, saddles", "welding", "locks, keys", "tricycles, adapted bicycles", "suspension", "clothing repair", "bicycle fitting, physiotherapy"}
	phoneForms    = []string{"0171 %[2]d %04[3]d", "0%d %03d %04d", "+44 %d %d %04d", "(0%d) %d-%04d", "0%d%d%04d", "+49 %d %d%04d", "07%d %d %04d", "+1 (%d) %d-%04d"}
)
