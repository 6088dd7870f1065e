package models

import (
	"fmt"

	"gorm.io/gorm"
)

// amounts are the columns that hold Money.
var amounts = []struct{ table, column string }{{"visit", "amount"}, {"request", "worth"}, {"alternative", "price"}, {"thank_you", "cost"}, {"earlier", "spent"},
	{"shop", "referral_cost"}, {"advert_spend", "amount"}}

// rescale writes every amount in the file in a unit of 10^-to in place of 10^-from, so that each stays worth what it
// was. An amount that needs the decimals that would go is a Problem.
func rescale(tx *gorm.DB, from, to int) error {
	for _, a := range amounts {
		if err := rescaleOne(tx, a.table, a.column, from, to); err != nil {
			return err
		}
	}
	return nil
}

func rescaleOne(tx *gorm.DB, table, column string, from, to int) error {
	if to > from {
		return tx.Exec(fmt.Sprintf("UPDATE %s SET %s = %s * ? WHERE %s <> 0", table, column, column, column), power10(to-from)).Error
	}
	var lost bool
	err := tx.Raw(fmt.Sprintf("SELECT EXISTS (SELECT 1 FROM %s WHERE %s %% ? <> 0)", table, column), power10(from-to)).Row().Scan(&lost)
	if err != nil {
		return err
	}
	if lost {
		return problem("decimals", "shop.decimalsLost")
	}
	return tx.Exec(fmt.Sprintf("UPDATE %s SET %s = %s / ? WHERE %s <> 0", table, column, column, column), power10(from-to)).Error
}

func power10(n int) int64 {
	power := int64(1)
	for range n {
		power *= 10
	}
	return power
}
