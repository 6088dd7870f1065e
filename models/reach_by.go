package models

// ReachBy is how a customer likes to be reached.
type ReachBy string

// The ways; LikesAny is that they did not say.
const (
	LikesAny    ReachBy = ""
	LikesPost   ReachBy = "post"
	LikesPhone  ReachBy = "phone"
	LikesEmail  ReachBy = "email"
	LikesPerson ReachBy = "person" // when they are here
)

// ReachBys are all of them, in the order a form offers them.
var ReachBys = []ReachBy{LikesAny, LikesPhone, LikesEmail, LikesPost, LikesPerson}

// Valid tells whether r is one of them.
func (r ReachBy) Valid() bool {
	switch r {
	case LikesAny, LikesPost, LikesPhone, LikesEmail, LikesPerson:
		return true
	}
	return false
}
