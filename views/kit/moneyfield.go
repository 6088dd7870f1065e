package kit

// MoneyField is an entry for an amount in the shop's currency.
type MoneyField struct {
	Entry
	symbol   string
	decimals int
}

// NewMoneyField makes an empty field; symbol and decimals are as in FormatMoney.
func NewMoneyField(symbol string, decimals int) *MoneyField {
	m := &MoneyField{symbol: symbol, decimals: decimals}
	m.init(m, FormatMoney(symbol, decimals, 0))
	return m
}

// Amount gives what was typed in the smallest unit; given is false for an empty
// field. See ParseMoney for the problems.
func (m *MoneyField) Amount() (minor int64, given bool, err error) {
	return ParseMoney(m.Text, m.symbol, m.decimals)
}

// SetAmount writes an amount.
func (m *MoneyField) SetAmount(minor int64) { m.SetText(FormatMoney(m.symbol, m.decimals, minor)) }

// FocusLost writes the amount as it was understood.
func (m *MoneyField) FocusLost() {
	minor, given, err := m.Amount()
	if given && err == nil {
		m.SetAmount(minor)
	}
	m.setProblem(err != nil)
	m.Entry.FocusLost()
}
