-- CreateTable
CREATE TABLE "captured_request" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "door" VARCHAR(10) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "captured_request_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "captured_request_at_idx" ON "captured_request"("at");
