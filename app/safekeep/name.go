package safekeep

// FileName is the name of a shop's own file: the shop's name, in any script, as every system takes it.
func FileName(shop string) string { return plainName(shop) + Extension }
