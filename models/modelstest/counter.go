package modelstest

import (
	"context"
	"time"

	"goodturn/models/sample"
)

// Counter makes the sample shop at path, which must not exist, with a story that ends at now.
func Counter(path string, now time.Time) error {
	return sample.Write(context.Background(), path, now, sample.InEnglish, func(int, int) {})
}
