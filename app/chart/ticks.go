package chart

import (
	"math"
	"strconv"
)

// Ticks gives the figures that stand beside an axis from 0 to at least most, at about so many of them as wanted, on round steps of 1,
// 2 or 5 times a power of ten: the loose labels of P. S. Heckbert, "Nice Numbers for Graph Labels", in A. S. Glassner (ed.),
// "Graphics Gems", Academic Press 1990, pages 61 to 63. With whole no step is less than 1. Of nothing there are 0 and 1.
func Ticks(most float64, wanted int, whole bool) []float64 {
	if most <= 0 || math.IsNaN(most) || math.IsInf(most, 0) {
		most = 1
	}
	step := nice(nice(most, false)/float64(max(wanted-1, 1)), true)
	if whole {
		step = max(step, 1)
	}
	var ticks []float64
	for n := 0; ; n++ {
		ticks = append(ticks, float64(n)*step)
		if ticks[n] >= most*(1-1e-9) {
			return ticks
		}
	}
}

// nice gives the round number nearest to v, or the least that is not below it: Heckbert's nicenum.
func nice(v float64, nearest bool) float64 {
	power := math.Pow(10, math.Floor(math.Log10(v)))
	limits := []float64{1, 2, 5}
	if nearest {
		limits = []float64{1.5, 3, 7}
	}
	for i, f := range []float64{1, 2, 5} {
		if part := v / power; part < limits[i] || !nearest && part <= limits[i] {
			return f * power
		}
	}
	return 10 * power
}

// plain writes a number as short as it can be read.
func plain(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
